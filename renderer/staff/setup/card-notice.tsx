import type { CardLook } from '#contract/setup.ts'
import { CheckBox, Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'

interface CardNoticeProps {
  readonly look: CardLook
  /** Two people have compared the fingerprint. */
  readonly compared: boolean
  readonly onCompare: (compared: boolean) => void
}

/** What a provisioning stick says, and what is wrong with one that was not taken. */
export function CardNotice({ look: { found, refused }, compared, onCompare }: CardNoticeProps) {
  const { t } = useWords()
  return (
    <>
      {found && (
        <Notice
          tone={found.isKnownKey || compared ? 'good' : 'care'}
          title={t('card.found', { school: found.school, room: found.room })}
        >
          <br />
          {found.seat === null ? t('card.no-seat') : t('card.seat', { seat: found.seat })} {t('card.will')}
          {found.isAgeUnknown && <> {t('card.age-unknown')}</>}
          {!found.isKnownKey && (
            <>
              <br />
              {t('card.unknown-key', { fingerprint: found.fingerprint })}
            </>
          )}
        </Notice>
      )}
      {found && !found.isKnownKey && (
        <CheckBox checked={compared} onChange={onCompare}>
          {t('card.compared')}
        </CheckBox>
      )}
      {refused.map((why, at) => (
        <Notice key={`${why}-${at}`} tone="care" title={t(`card.why.${why}`)} />
      ))}
    </>
  )
}
