import {
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import { fileOf, rankOf, squareAt, squares, type Men, type Square } from '#core/learning/chess/board-rules.ts'
import { BoardSquare } from './board-square.tsx'

/** Px that a finger may tremble while it taps. */
const TREMBLE = 8

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export interface ChessBoardProps {
  readonly label: string
  readonly men: Men
  readonly stars: readonly Square[]
  readonly chosen: Square | null
  /** Where the chosen man may go, as far as it is shown. */
  readonly dots: readonly Square[]
  /** Squares that help points at. */
  readonly rings: readonly Square[]
  /** The squares of the last move. */
  readonly last: readonly Square[]
  readonly closed: boolean
  readonly nameOf: (square: Square) => string
  readonly canDrag: (square: Square) => boolean
  /** A square is tapped, or chosen by Enter. */
  readonly onSquare: (square: Square) => void
  /** A man is let go elsewhere. */
  readonly onDrag: (from: Square, to: Square) => void
}

interface Held {
  readonly pointer: number
  readonly from: Square
  readonly man: HTMLElement
  readonly board: DOMRect
  readonly x: number
  readonly y: number
  moved: boolean
}

/** The board: squares to tap, men to drag, and one square in turn for the arrows and Enter. */
export function ChessBoard(props: ChessBoardProps) {
  const { label, men, stars, chosen, dots, rings, last, closed, nameOf, canDrag, onSquare, onDrag } = props
  const board = useRef<HTMLDivElement>(null)
  const held = useRef<Held>(undefined)
  const [inTurn, setInTurn] = useState<Square>(() => [...men.keys()].find(canDrag) ?? 'a1')

  const keyed = (event: KeyboardEvent) => {
    const way = arrows[event.key]
    if (!way) return
    event.preventDefault()
    const next = squareAt(fileOf(inTurn) + way[0], rankOf(inTurn) + way[1])
    if (!next) return
    setInTurn(next)
    board.current?.querySelector<HTMLElement>(`[data-square="${next}"]`)?.focus()
  }
  const down = (event: PointerEvent<HTMLDivElement>) => {
    const square = (event.target as Element).closest<HTMLElement>('[data-square]')
    const from = square?.dataset['square']
    const man = square?.querySelector<HTMLElement>('.man-place')
    if (closed || held.current || !event.isPrimary || event.button !== 0 || !from || !man || !canDrag(from))
      return
    const box = event.currentTarget.getBoundingClientRect()
    held.current = {
      pointer: event.pointerId,
      from,
      man,
      board: box,
      x: event.clientX,
      y: event.clientY,
      moved: false,
    }
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const mine = held.current
    if (!mine || mine.pointer !== event.pointerId) return
    const [x, y] = [event.clientX - mine.x, event.clientY - mine.y]
    if (!mine.moved && Math.hypot(x, y) < TREMBLE) return
    if (!mine.moved) {
      mine.moved = true
      mine.man.classList.add('is-held')
      // From here on no square hears a click: a drag is no tap.
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    mine.man.style.transform = `translate(${x}px, ${y}px)`
  }
  const letGo = (): Held | undefined => {
    const mine = held.current
    held.current = undefined
    if (mine) {
      mine.man.classList.remove('is-held')
      mine.man.style.transform = ''
    }
    return mine
  }
  const up = (event: PointerEvent<HTMLDivElement>) => {
    if (held.current?.pointer !== event.pointerId) return
    const mine = letGo()
    if (!mine?.moved) return
    const side = mine.board.width / 8
    const file = Math.floor((event.clientX - mine.board.left) / side)
    const to = squareAt(file, 7 - Math.floor((event.clientY - mine.board.top) / side))
    if (to && to !== mine.from) onDrag(mine.from, to)
  }
  const tapped = (event: MouseEvent) => {
    const square = squareOf(event.target)
    if (square && !closed) onSquare(square)
  }
  const focused = (event: FocusEvent) => {
    const square = squareOf(event.target)
    if (square) setInTurn(square)
  }
  // The board hears everything that happens on its squares: what is drawn of a square changes only when it does.
  const moves = {
    onClick: tapped,
    onFocus: focused,
    onKeyDown: keyed,
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: letGo,
  }
  return (
    <div ref={board} className="chess-board" role="group" aria-label={label} {...moves}>
      {squares.map((square) => {
        const man = men.get(square)
        return (
          <BoardSquare
            key={square}
            square={square}
            name={nameOf(square)}
            kind={man?.kind}
            isWhite={man?.isWhite ?? false}
            isStar={stars.includes(square)}
            isChosen={square === chosen}
            isDot={dots.includes(square)}
            isRing={rings.includes(square)}
            isLast={last.includes(square)}
            isInTurn={square === inTurn}
            closed={closed}
          />
        )
      })}
    </div>
  )
}

const squareOf = (target: EventTarget): Square | undefined =>
  (target as Element).closest<HTMLElement>('[data-square]')?.dataset['square']
