import { useRef, type PointerEvent, type ReactNode } from 'react'

/** Pixels that a finger may move and still have tapped. */
const STILL = 10

export interface CarryProps {
  readonly label: string
  readonly className: string
  readonly disabled?: boolean
  readonly onTap: () => void
  /** Let go over a pan, or elsewhere. */
  readonly onDrop: (pan: 'left' | 'right' | 'none') => void
  readonly children: ReactNode
}

/** A button whose picture can be carried by mouse, finger or pen; a tap or Enter does the same in one go. It moves by transform, written by hand. */
export function Carry({ label, className, disabled = false, onTap, onDrop, children }: CarryProps) {
  const held = useRef<{ x: number; y: number; scale: number; carries: boolean } | undefined>(undefined)
  const carried = useRef(false)
  const picture = useRef<HTMLSpanElement>(null)
  const move = (event: PointerEvent) => {
    const from = held.current
    if (!from || !picture.current) return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    from.carries ||= Math.hypot(x, y) > STILL
    if (from.carries) picture.current.style.transform = `translate(${x / from.scale}px, ${y / from.scale}px)`
  }
  const letGo = (event: PointerEvent, isDropped: boolean) => {
    const from = held.current
    held.current = undefined
    if (picture.current) picture.current.style.transform = ''
    carried.current = from?.carries ?? false
    if (!from?.carries || !isDropped) return
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const pan = under?.closest<SVGElement>('.big-scale [data-pan]')?.dataset['pan']
    onDrop(pan === 'left' || pan === 'right' ? pan : 'none')
  }
  return (
    <button
      type="button"
      className={`carry ${className}`}
      aria-label={label}
      disabled={disabled}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        carried.current = false
        // Measured once for the whole way; a button in a drawing is larger than it says.
        const { width } = event.currentTarget.getBoundingClientRect()
        const scale = width / event.currentTarget.offsetWidth || 1
        held.current = { x: event.clientX, y: event.clientY, scale, carries: false }
      }}
      onPointerMove={move}
      onPointerUp={(event) => letGo(event, true)}
      onPointerCancel={(event) => letGo(event, false)}
      onClick={() => (carried.current ? undefined : onTap())}
    >
      <span ref={picture}>{children}</span>
    </button>
  )
}
