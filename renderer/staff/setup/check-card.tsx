import './check-card.css'
import type { ReactNode } from 'react'
import { Chip, Icon, Panel, type IconName } from '#ui/staff.ts'

interface CheckCardProps {
  readonly title: string
  readonly icon: IconName
  /** How it stands, in words; the chip's colour only repeats it. */
  readonly state: { readonly tone: 'good' | 'care' | 'note'; readonly words: string } | undefined
  /** What one sees of the device. */
  readonly picture: ReactNode
  readonly actions: ReactNode
  readonly className?: string
}

/** One thing to try: its picture, how it stands, what to press. */
export function CheckCard({ title, icon, state, picture, actions, className }: CheckCardProps) {
  return (
    <li className={className}>
      <Panel
        className="setup-check"
        title={
          <>
            <Icon name={icon} weight="regular" /> {title}
          </>
        }
        right={state && <Chip tone={state.tone}>{state.words}</Chip>}
        inset
      >
        <div className="setup-check-picture">{picture}</div>
        <div className="setup-check-actions">{actions}</div>
      </Panel>
    </li>
  )
}
