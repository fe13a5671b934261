import type { OpeningLook } from '#contract/openings.ts'
import { Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'

/** Why nothing can be opened yet, and what each of them does about it. */
export function Missing({ look: { me, waiting } }: { readonly look: OpeningLook }) {
  const { t } = useWords()
  // Their key is there, mine is not; or both are, and the escrow is being made.
  const mine = me.key !== 'ready' || waiting.some(({ key }) => key === 'ready')
  return (
    <Notice tone="care" title={t('opening.missing.title')}>
      <ul className="opening-missing">
        {mine && <li>{t(`opening.missing.me.${me.key}`)}</li>}
        {waiting.length === 0 && <li>{t('opening.missing.nobody')}</li>}
        {waiting
          .filter(({ key }) => key !== 'ready')
          .map(({ id, name, key }) => (
            <li key={id}>{t(`opening.missing.other.${key}`, { name })}</li>
          ))}
      </ul>
    </Notice>
  )
}
