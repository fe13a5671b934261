import './buttons.css'
import { Icon } from '../icon.tsx'
import { Picture } from '../picture.tsx'
import type { IconName, IconWeight, PictureName } from '../sprite/names.ts'

const join = (...names: readonly (string | false | undefined)[]) => names.filter(Boolean).join(' ')

export interface GoButtonProps {
  readonly label: string
  readonly onPress: () => void
  /** Stands after the word. */
  readonly icon?: IconName
  readonly disabled?: boolean
  /** Three dots in place of the word, same size; presses are not taken. */
  readonly busy?: boolean
  /** What a screen reader says while busy. */
  readonly busyLabel?: string
  readonly className?: string
}

/** The one main action of a child's screen. */
export function GoButton({
  label,
  onPress,
  icon,
  disabled,
  busy = false,
  busyLabel,
  className,
}: GoButtonProps) {
  return (
    <button
      type="button"
      className={join('go', busy && 'is-busy', className)}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-label={busy ? (busyLabel ?? label) : undefined}
      onClick={busy ? undefined : onPress}
    >
      <span>{label}</span>
      {icon && <Icon name={icon} weight="fill" />}
      {busy && <Dots />}
    </button>
  )
}

/** Three dots that wait. */
export function Dots() {
  return (
    <span className="wait" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  )
}

export interface PillProps {
  readonly label: string
  readonly onPress: () => void
  readonly icon?: IconName
  readonly weight?: IconWeight
  readonly picture?: PictureName
  /** Given for a choice: sun-soft with a ring when true. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** `ghost` has no paper under it, `calm` stands on sun-soft. */
  readonly look?: 'ghost' | 'calm'
  readonly className?: string
}

/** A white pill with a picture and a word; in a header it becomes round on a narrow screen. */
export function Pill({
  label,
  onPress,
  icon,
  weight = 'fill',
  picture,
  pressed,
  disabled,
  look,
  className,
}: PillProps) {
  return (
    <button
      type="button"
      className={join('pill', look, className)}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {icon && <Icon name={icon} weight={weight} />}
      {picture && <Picture name={picture} />}
      <span>{label}</span>
    </button>
  )
}

export interface RoundButtonProps {
  readonly label: string
  readonly icon: IconName
  readonly weight?: IconWeight
  readonly onPress: () => void
  readonly disabled?: boolean
  readonly className?: string
}

/** A round button with an icon; its words are for screen readers. */
export function RoundButton({
  label,
  icon,
  weight = 'fill',
  onPress,
  disabled,
  className,
}: RoundButtonProps) {
  return (
    <button
      type="button"
      className={join('round', className)}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} weight={weight} />
    </button>
  )
}
