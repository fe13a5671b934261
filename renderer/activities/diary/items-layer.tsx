import './stuck.css'
import { memo, useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import type { At, DiaryItem } from '#contract/diary.ts'
import { drawThing, formOf, shapeOf, type Drawable } from '../../paper/things.ts'
import { perUnit, sheetSize } from '../../paper/units.ts'
import { placed } from './at-rules.ts'
import type { Desk, DeskNow } from './desk.ts'
import { useThingWords } from './thing-words.ts'

export interface ItemsLayerProps {
  readonly desk: Desk
  readonly now: DeskNow
  /** Pixels of one board unit. */
  readonly unit: number
  /** Something was taken in hand. */
  readonly onHold: (item: DiaryItem) => void
}

/** A finger that moves less than this was a tap, pixels. */
const still = 5

/** The things on the sheet to be taken in hand: each a button over where it is painted; the one in hand is shown here, in a frame. */
export function ItemsLayer({ desk, now, unit, onHold }: ItemsLayerProps) {
  const words = useThingWords()
  const items = (now.sheets[now.number]?.marks ?? []).filter((mark) => mark.kind === 'item')
  const box = useRef<HTMLDivElement>(null)
  return (
    <div className="stuck-things" ref={box}>
      {items
        .filter(({ thing }) => thing.kind !== 'voice')
        .map((item) => (
          <Stuck
            key={item.id}
            item={item}
            label={words.thing(item.thing)}
            picture={desk.pictureOf(item)}
            held={item.id === now.held}
            desk={desk}
            unit={unit}
            box={box}
            onHold={onHold}
          />
        ))}
    </div>
  )
}

interface StuckProps {
  readonly item: DiaryItem
  readonly label: string
  /** Undefined until it is there. */
  readonly picture: Drawable
  readonly held: boolean
  readonly desk: Desk
  readonly unit: number
  readonly box: RefObject<HTMLDivElement | null>
  readonly onHold: (item: DiaryItem) => void
}

/** While one is moved the others stay as they are, however many there are. */
const Stuck = memo(function Stuck({ item, label, picture, held, desk, unit, box, onHold }: StuckProps) {
  const { at, thing } = item
  const grip = useRef<{ readonly x: number; readonly y: number; readonly at: At; moved: boolean }>(undefined)
  const shape = shapeOf(thing, formOf(picture))
  const pixels = perUnit * unit
  const [width, height] = [shape.width * at.size * pixels, shape.height * at.size * pixels]

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, y: event.clientY, at, moved: false }
    onHold(item)
  }
  const move = (event: PointerEvent) => {
    const from = grip.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (!from.moved && Math.hypot(dx, dy) < still) return
    from.moved = true
    const by = sheetSize.width / Math.max(1, box.current?.clientWidth ?? 1)
    desk.move(placed({ ...from.at, x: from.at.x + dx * by, y: from.at.y + dy * by }), false)
  }
  const up = () => {
    const from = grip.current
    grip.current = undefined
    if (from?.moved) desk.move(placed(at), true)
  }
  return (
    <button
      type="button"
      className={held ? 'stuck held' : 'stuck'}
      data-item={item.id}
      aria-label={label}
      aria-pressed={held}
      style={{
        left: at.x * pixels,
        top: at.y * pixels,
        width,
        height,
        transform: `translate(-50%, -50%) rotate(${at.turn}deg)`,
      }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onClick={() => onHold(item)}
    >
      {held && (
        <>
          <HeldPicture thing={thing} picture={picture} width={width} height={height} />
          <i />
          <i />
          <i />
          <i />
        </>
      )}
    </button>
  )
})

/** A photograph's shadow and tape reach over its edge by so much of its longer side. */
const over = 0.1

/** Painted once for all of its way: only where it lies changes while it is moved. */
const HeldPicture = memo(function HeldPicture({
  thing,
  picture,
  width,
  height,
}: {
  readonly thing: DiaryItem['thing']
  readonly picture: Drawable
  readonly width: number
  readonly height: number
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const long = Math.max(width, height)
  const side = Math.ceil(long * (1 + 2 * over))
  useEffect(() => {
    const ground = canvas.current?.getContext('2d')
    if (!canvas.current || !ground) return
    canvas.current.width = side * devicePixelRatio
    canvas.current.height = side * devicePixelRatio
    const size = long * devicePixelRatio
    const middle = (side * devicePixelRatio) / 2
    drawThing(ground, { thing, at: { x: middle, y: middle, size, turn: 0 } }, picture)
  }, [thing, picture, long, side])
  return <canvas ref={canvas} style={{ width: side, height: side }} />
})
