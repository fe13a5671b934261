import type { RightsLook } from '#contract/rights.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** An erasure that is on its way, and the one tap that takes it back. */
export function WaitingErasure({
  look,
  mayTakeBack,
}: {
  readonly look: RightsLook
  readonly mayTakeBack: boolean
}) {
  const { t } = useWords()
  const day = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  const takeBack = useDo('rights.takeBackErasure', { stale: ['rights.look', 'rights.open'] })
  const waiting = look.requests.find(({ kind, state }) => kind === 'erasure' && state === 'open')
  if (!waiting) return null
  return (
    <Notice
      tone="care"
      title={
        waiting.erasesAt === null
          ? t('rights.waiting-clock')
          : t('rights.waiting-title', { day: day(waiting.erasesAt) })
      }
      action={
        mayTakeBack && (
          <Button
            label={t('rights.take-back')}
            icon="arrow-counter-clockwise"
            busy={takeBack.busy}
            onPress={() => takeBack.go({ childId: look.child.id, id: waiting.id })}
          />
        )
      }
    >
      {takeBack.refusal
        ? refusalWords(t, takeBack.refusal)
        : `${waiting.askedBy === '' ? t('rights.waiting-old') : t('rights.waiting-hint', { who: waiting.askedBy })}${look.hold ? ` ${t('rights.hold.waits')}` : ''}${look.sits ? ` ${t('rights.erase-sits')}` : ''}`}
    </Notice>
  )
}
