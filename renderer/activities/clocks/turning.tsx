import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { HALF_DAY, longHand, shortHand, turnedLong, turnedShort } from '#core/learning/clocks/time-rules.ts'
import { handsText } from './ask-rules.ts'
import { Face, type FaceHelp } from './face.tsx'
import { useClocksWords } from './words.ts'

type Kind = 'short' | 'long'

export interface TurningProps {
  readonly time: number
  readonly step: number
  readonly help: FaceHelp | null
  readonly disabled: boolean
  readonly onTurn: (time: number) => void
  readonly onDone: () => void
}

const arrows: Readonly<Record<string, readonly [Kind, number]>> = {
  ArrowRight: ['long', 1],
  ArrowLeft: ['long', -1],
  ArrowUp: ['short', 1],
  ArrowDown: ['short', -1],
}

/** Degrees from twelve of a finger. */
const degreesAt = ({ clientX, clientY }: PointerEvent, middle: { x: number; y: number }): number =>
  ((Math.atan2(clientX - middle.x, middle.y - clientY) * 180) / Math.PI + 360) % 360
/** Degrees between two directions. */
const apart = (one: number, other: number) => Math.abs(((one - other + 540) % 360) - 180)

/**
 * A clock whose hands are turned: dragged, or with the arrow keys (left and right the long one, up and down the short
 * one). Enter is “done”. The short hand goes along with the long one, as in any clock.
 */
export function TurningFace({ time, step, help, disabled, onTurn, onDone }: TurningProps) {
  const { t } = useClocksWords()
  const held = useRef<{ kind: Kind; x: number; y: number; now: number } | undefined>(undefined)
  const single = step === 60

  const turn = (kind: Kind, by: number): void =>
    onTurn((time + (kind === 'short' ? 60 : step) * by + HALF_DAY) % HALF_DAY)

  // Takes the keys at once; other buttons are reached by Tab.
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.focus({ preventScroll: true }), [])
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter') return onDone()
    const arrow = arrows[event.key]
    if (!arrow) return
    // Else the arrows would go on to the next button.
    event.preventDefault()
    if (!disabled) turn(single ? 'short' : arrow[0], arrow[1])
  }

  const hold = (event: PointerEvent<HTMLDivElement>): void => {
    if (disabled) return
    // Measured once for the whole drag.
    const box = event.currentTarget.getBoundingClientRect()
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const degrees = degreesAt(event, middle)
    const far = Math.hypot(event.clientX - middle.x, event.clientY - middle.y) / box.width
    // Beyond its end the short hand is not meant, unless the long one is far away.
    const short = apart(degrees, shortHand(time)) + (far > 0.3 ? 25 : 0)
    const kind = single || short < apart(degrees, longHand(time)) ? 'short' : 'long'
    held.current = { kind, ...middle, now: time }
    event.currentTarget.setPointerCapture(event.pointerId)
    move(event)
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const { current } = held
    if (!current || disabled) return
    const degrees = degreesAt(event, current)
    const next =
      current.kind === 'short' ? turnedShort(current.now, degrees) : turnedLong(current.now, degrees, step)
    if (next === current.now) return
    current.now = next
    onTurn(next)
  }
  const drop = (): void => {
    held.current = undefined
  }

  return (
    <div
      ref={self}
      className="turning"
      data-time={time}
      role="slider"
      tabIndex={0}
      aria-label={t('turning')}
      aria-valuemin={0}
      aria-valuemax={HALF_DAY - 1}
      aria-valuenow={time}
      aria-valuetext={handsText(t, time)}
      onKeyDown={press}
      onPointerDown={hold}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      <Face time={time} help={help} />
    </div>
  )
}
