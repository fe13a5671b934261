import './sums.css'
import { useLayoutEffect, useEffectEvent } from 'react'
import { Icon } from '../icon.tsx'

export interface BeadsProps {
  /** How many there are, which one is on (from 0; all before it are done). */
  readonly of: number
  readonly at: number
  /** “question 4 of 10” */
  readonly label: string
}

/** A string of beads: done, now, still to come. */
export function Beads({ of, at, label }: BeadsProps) {
  return (
    <div className="beads" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, index) => (
        <i key={`bead-${index}`} className={index < at ? 'done' : index === at ? 'now' : undefined} />
      ))}
    </div>
  )
}

export interface AnswerFieldProps {
  readonly value: string
  /** “your answer” */
  readonly label: string
  /** wrong: tilts once, no red, no sound of failure. */
  readonly state?: 'asking' | 'right' | 'wrong'
}

/** Where the answer appears, with the caret of its door; written by `KeyPad`. */
export function AnswerField({ value, label, state = 'asking' }: AnswerFieldProps) {
  return (
    <output className={`answer ${state}`} aria-label={label}>
      {value}
      {state !== 'right' && <em />}
    </output>
  )
}

export interface TenFramesProps {
  /** Counters of the first colour, then of the second; 20 at most, or `frames` tens. */
  readonly first: number
  readonly second?: number
  /** How many of the last are taken away: they stay as rings. */
  readonly away?: number
  readonly frames?: number
  /** “ten frames: 8, and 7 more” */
  readonly label: string
}

/** Two rows of five in a frame: how many is seen, not counted. */
export function TenFrames({ first, second = 0, away = 0, frames = 2, label }: TenFramesProps) {
  const total = first + second
  const fill = (index: number) => (index >= total ? '#f1e6d2' : index < first ? '#e4694a' : '#4f9cc8')
  return (
    <svg className="frame" viewBox={`0 0 ${frames * 240 - 20} 132`} role="img" aria-label={label}>
      {Array.from({ length: frames }, (_, frame) => (
        <g key={`frame-${frame}`} transform={`translate(${frame * 240} 0)`}>
          <rect
            x="2"
            y="2"
            width="216"
            height="128"
            rx="18"
            fill="#fffdf7"
            stroke="#b9a684"
            strokeWidth="3"
          />
          {Array.from({ length: 10 }, (__, place) => {
            const index = frame * 10 + place
            const gone = index < total && index >= total - away
            const at = { cx: 26 + (place % 5) * 42, cy: place < 5 ? 36 : 96 }
            return gone ? (
              <circle
                key={place}
                {...at}
                r="15.5"
                fill="#fffdf7"
                stroke={fill(index)}
                strokeWidth="3"
                strokeDasharray="6 5"
              />
            ) : (
              <circle key={place} {...at} r="17" fill={fill(index)} />
            )
          })}
        </g>
      ))}
    </svg>
  )
}

export interface KeyPadProps {
  /** “digits” */
  readonly label: string
  readonly wipeLabel: string
  readonly doneLabel: string
  /** '0' to '9' */
  readonly onDigit: (digit: string) => void
  readonly onWipe: () => void
  readonly onDone: () => void
  /** The decimal point, where the answers need one. */
  readonly point?: { readonly label: string; readonly onPress: () => void }
  /** Nothing to hand in yet. */
  readonly doneDisabled?: boolean
  /** Takes no presses at all. */
  readonly disabled?: boolean
}

/** The pad of digits; the digits, Backspace and Enter of a real keyboard do the same. */
export function KeyPad({
  label,
  wipeLabel,
  doneLabel,
  onDigit,
  onWipe,
  onDone,
  point,
  doneDisabled = false,
  disabled = false,
}: KeyPadProps) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (disabled || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    // Enter on a focused button belongs to that button.
    const onButton = event.target instanceof HTMLButtonElement
    if (/^[0-9]$/.test(event.key)) {
      // Who types digits means “done” by Enter, not the help tapped before.
      if (event.target instanceof HTMLButtonElement && !event.target.closest('.pad')) event.target.blur()
      onDigit(event.key)
    } else if (event.key === '.' && point) point.onPress()
    else if (event.key === 'Backspace') onWipe()
    else if (event.key === 'Enter' && !onButton && !doneDisabled) onDone()
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    // A tap leaves the focus where it is, so that Enter after a tapped digit still means “done”.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing happens here but that
    <div
      className={point ? 'pad with-point' : 'pad'}
      role="group"
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <button key={digit} type="button" disabled={disabled} onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className="wipe" aria-label={wipeLabel} disabled={disabled} onClick={onWipe}>
        <Icon name="backspace" weight="fill" />
      </button>
      <button type="button" disabled={disabled} onClick={() => onDigit('0')}>
        0
      </button>
      {point && (
        <button type="button" aria-label={point.label} disabled={disabled} onClick={point.onPress}>
          .
        </button>
      )}
      <button
        type="button"
        className="ok"
        aria-label={doneLabel}
        disabled={disabled || doneDisabled}
        onClick={onDone}
      >
        <Icon name="check" weight="bold" />
      </button>
    </div>
  )
}
