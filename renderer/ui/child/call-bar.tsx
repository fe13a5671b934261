import './call-bar.css'
import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'
import type { IconName } from '../sprite/names.ts'

/** The row of big buttons under a call. */
export function CallBar({ children }: { readonly children: ReactNode }) {
  return <div className="call-bar">{children}</div>
}

export interface HangButtonProps {
  readonly label: string
  readonly onPress: () => void
  /** `calm` while nothing was dialled yet. */
  readonly look?: 'calm'
}

/** The one red button: goodbye. */
export function HangButton({ label, onPress, look }: HangButtonProps) {
  return (
    <button type="button" className={look ? `hang ${look}` : 'hang'} onClick={onPress}>
      <Icon name={look ? 'x' : 'phone-disconnect'} weight={look ? 'bold' : 'fill'} />
      <span>{label}</span>
    </button>
  )
}

/** The green one: pick up. */
export function AnswerButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="hang pick-up" onClick={onPress}>
      <Icon name="phone" weight="fill" />
      <span>{label}</span>
    </button>
  )
}

export interface BarPillProps {
  readonly icon: IconName
  readonly label: string
  /** Stands beside the icon: a word or a meter. */
  readonly children: ReactNode
  readonly off?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** Microphone and camera of a call; `off` is seen from afar. */
export function BarPill({ icon, label, children, off = false, disabled, onPress }: BarPillProps) {
  return (
    <button
      type="button"
      className={off ? 'pill bar-pill is-resting' : 'pill bar-pill'}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} weight="fill" />
      {children}
    </button>
  )
}
