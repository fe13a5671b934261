import type { LampTone } from '#contract/health-verdicts.ts'
import { Icon, type IconName } from '#ui/staff.ts'
import { useWords } from '../words.ts'

const icons = {
  good: 'check',
  care: 'warning',
  bad: 'x',
  unknown: 'question',
} as const satisfies Readonly<Record<LampTone, IconName>>

/** A lamp by shape, colour and word: round is good, square is to mind, a diamond is broken. */
export function LampMark({ tone, large = false }: { readonly tone: LampTone; readonly large?: boolean }) {
  const { t } = useWords()
  return (
    <span
      className={`lamp-mark ${tone}${large ? ' large' : ''}`}
      role="img"
      aria-label={t(`health.tone.${tone}`)}
    >
      <Icon name={icons[tone]} weight="bold" />
    </span>
  )
}
