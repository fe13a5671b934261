import './stuck.css'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { Nudge } from './at-rules.ts'

const nudges = [
  { nudge: 'smaller', icon: 'minus' },
  { nudge: 'larger', icon: 'plus' },
  { nudge: 'turn-left', icon: 'arrow-counter-clockwise' },
  { nudge: 'turn-right', icon: 'arrow-clockwise' },
] as const satisfies readonly { nudge: Nudge; icon: IconName }[]

/** What can be done with the thing in hand, under the sheet: no pinch is needed. */
export function HoldBar({
  onNudge,
  onGone,
}: {
  readonly onNudge: (nudge: Nudge) => void
  readonly onGone: () => void
}) {
  const { t } = useWords()
  return (
    <div className="hold-bar" role="toolbar" aria-label={t('diary.held.tools')}>
      {nudges.map(({ nudge, icon }) => (
        <button key={nudge} type="button" onClick={() => onNudge(nudge)}>
          <Icon name={icon} weight="bold" />
          {t(`diary.held.${nudge}`)}
        </button>
      ))}
      <button type="button" className="out" onClick={onGone}>
        <Icon name="trash" />
        {t('diary.held.gone')}
      </button>
    </div>
  )
}
