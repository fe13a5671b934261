import { useState } from 'react'
import type { TangramExercise } from '#core/learning/tangram/activity-rules.ts'
import { isFlippable, type Placement } from '#core/learning/tangram/piece-rules.ts'
import {
  nearest, placedOn, placeTowards, readTable, type Lying, type Spot, type Table,
} from '#core/learning/tangram/table-rules.ts' // prettier-ignore
import { placeOf, within, type Places } from './place.ts'

/** So near, in units of the pieces, one that is let go, or turned, finds its place. */
const DROPPED = 0.5
const TURNED = 0.4

export interface Hands {
  readonly table: Table
  readonly chosen: number
  readonly choose: (piece: number) => void
  /** A piece is let go with its middle there, in units of the drawing. */
  readonly drop: (piece: number, place: Spot) => void
  readonly turn: (piece: number) => void
  readonly flip: (piece: number) => void
  /** On to the next free place in a direction (x right, y up). */
  readonly step: (piece: number, way: Spot) => void
  /** Back into the tray. */
  readonly putBack: (piece: number) => void
}

/** The seven pieces in a child's hands. `onMoved` hears every change; the last argument says whether a piece found its place. */
export function useTable(
  exercise: TangramExercise,
  progress: unknown,
  places: Places,
  onMoved: (table: Table, placed: readonly Placement[], found: boolean) => void,
): Hands {
  const [table, setTable] = useState(() => readTable(progress, exercise))
  const [chosen, choose] = useState(() => table.findIndex(({ at }) => at === null))
  const put = (piece: number, lying: Lying) => {
    const next = table.with(piece, lying)
    setTable(next)
    choose(piece)
    onMoved(next, placedOn(next), lying.at !== null)
  }
  const lay = (piece: number, lying: Lying, to: Spot, near: number) => {
    const off = table.with(piece, { ...lying, at: null })
    const at = nearest(exercise, off, piece, places.toSpot(to), near)
    put(piece, { ...lying, at, loose: at ? null : places.toSpot(within(places, to)) })
  }
  /** Turned or on its back: what lies in the figure stays about there, what waits in the tray waits on. */
  const change = (piece: number, how: (lying: Lying) => Pick<Lying, 'turn' | 'flip'>) => {
    const lying = table[piece]
    if (!lying) return
    const changed = { ...lying, ...how(lying) }
    if (!lying.at && !lying.loose) return put(piece, changed)
    lay(piece, changed, placeOf(places, piece, lying), TURNED)
  }
  return {
    table,
    chosen,
    choose,
    drop(piece, place) {
      const lying = table[piece]
      if (lying) lay(piece, lying, place, DROPPED)
    },
    turn: (piece) => change(piece, ({ turn, flip }) => ({ turn: (turn + 7) % 8, flip })),
    flip(piece) {
      if (isFlippable(piece))
        change(piece, ({ turn, flip }) => ({ turn: (((4 - turn) % 8) + 8) % 8, flip: !flip }))
    },
    step(piece, way) {
      const lying = table[piece]
      if (!lying) return
      const from = places.toSpot(placeOf(places, piece, lying))
      const at = placeTowards(exercise, table, piece, from, way)
      if (at) put(piece, { ...lying, at, loose: null })
    },
    putBack(piece) {
      const lying = table[piece]
      if (lying) put(piece, { ...lying, at: null, loose: null })
    },
  }
}
