import './aria-style.ts'
import './button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon } from '../icon.tsx'
import type { IconName } from '../sprite/names.ts'

export interface ButtonProps {
  /** Unless `square`, the word on it. */
  readonly label: string
  readonly onPress?: () => void
  /** `main` once a view, `ghost` without an edge, `danger` for what cannot be undone later. */
  readonly look?: 'outline' | 'main' | 'ghost' | 'danger'
  readonly icon?: IconName
  /** The icon stands after the word. */
  readonly iconLast?: boolean
  /** Only the icon; the label is for screen readers. */
  readonly square?: boolean
  /** 48 px, for the first run. */
  readonly large?: boolean
  readonly disabled?: boolean
  /** Three dots in place, same size; takes no presses. */
  readonly busy?: boolean
  /** For what comes in place of a button that had the focus. */
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  readonly className?: string
  /** A small word after the label. */
  readonly children?: ReactNode
}

export function Button({
  label,
  onPress,
  look = 'outline',
  icon,
  iconLast = false,
  square = false,
  large = false,
  disabled = false,
  busy = false,
  autoFocus = false,
  type = 'button',
  className,
  children,
}: ButtonProps) {
  const classes = [
    'btn',
    look === 'outline' ? '' : look,
    square && 'square',
    large && 'large',
    busy && 'is-busy',
    className,
  ]
  const drawing = icon && <Icon name={icon} weight="regular" />
  return (
    <AriaButton
      type={type}
      className={classes.filter(Boolean).join(' ')}
      isDisabled={disabled}
      isPending={busy}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for where the focus would be lost
      autoFocus={autoFocus}
      {...(square || busy ? { 'aria-label': label } : {})}
      {...(onPress ? { onPress } : {})}
    >
      {!iconLast && drawing}
      {!square && <span>{label}</span>}
      {children}
      {iconLast && drawing}
      {busy && (
        <span className="wait" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
    </AriaButton>
  )
}
