import './tangram.css'
import { useState, type KeyboardEvent } from 'react'
import type { Json } from '#contract/learning.ts'
import { hasLines, type TangramExercise, type TangramHint } from '#core/learning/tangram/activity-rules.ts'
import { isFlippable, isWholeSet, shapes, type Placement } from '#core/learning/tangram/piece-rules.ts'
import { ghostFor, type Lying, type Spot } from '#core/learning/tangram/table-rules.ts'
import { RoundButton } from '#ui/child/buttons.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Lines, Piece, Shadow } from './drawn.tsx'
import { placeOf, placesFor } from './place.ts'
import { useDrag } from './use-drag.ts'
import { useNarrow } from './use-narrow.ts'
import { useTable } from './use-table.ts'
import { useTangramWords } from './words.ts'

const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

const lyingAs = ({ turn, flip, at }: Placement): Lying => ({ turn, flip, at, loose: null })

/** A figure and the seven pieces beside it: dragged, or tapped and then tapped where they go, or moved by the arrows; a tap turns them. */
export function Tangram({
  exercise,
  hint,
  shown,
  stage,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: ActivityProps<TangramExercise, TangramHint>) {
  const { t } = useTangramWords()
  const { solution, fixed, figure, level } = exercise
  const beside = solution.map(({ piece }) => piece).filter((piece) => !fixed.includes(piece))
  const places = placesFor(solution, beside, useNarrow())
  // What was shown once is not shown again when the next piece has found its place; help can be asked for again.
  const [used, setUsed] = useState<TangramHint | null>(null)
  const hands = useTable(exercise, progress, places, (now, placed, found) => {
    onTouched()
    if (found) setUsed(hint)
    if (placed.length === shapes.length) onAnswer(placed as unknown as Json)
    else onKeep(now as unknown as Json)
  })
  const table = isWholeSet(shown) ? shown.map(lyingAs) : hands.table
  const closed = busy || stage === 'right' || stage === 'shown'
  const ghost = hint && hint !== used && !closed ? ghostFor(exercise, table) : null
  const middleOf = (piece: number): Spot => {
    const lying = table[piece]
    return lying ? placeOf(places, piece, lying) : { x: 0, y: 0 }
  }
  const drag = useDrag({
    closed,
    middleOf,
    onTap: hands.turn,
    onDrop: hands.drop,
    onField: (place) => (hands.chosen >= 0 ? hands.drop(hands.chosen, place) : undefined),
  })
  const keyed = (event: KeyboardEvent, piece: number) => {
    if (closed || event.ctrlKey || event.altKey || event.metaKey) return
    const way = arrows[event.key]
    if (way) hands.step(piece, way)
    else if (event.key === ' ' || event.key === 'Enter') hands.turn(piece)
    else if (event.key === 'f' || event.key === 'F') hands.flip(piece)
    else if (event.key === 'Backspace' || event.key === 'Delete') hands.putBack(piece)
    else return
    event.preventDefault()
  }
  const nameOf = (piece: number, { at, loose }: Lying): string => {
    const name = t(`piece.${shapes[piece] ?? 'square'}`)
    return t(at ? 'lies.placed' : loose ? 'lies.loose' : 'lies.beside', { piece: name })
  }
  const ask = figure ? t('ask', { what: t(`figure.${figure}`) }) : t('ask-own')
  const { width, height, field, tray } = places
  return (
    <Board
      className="tan-board"
      speak={ask}
      unseen
      tools={
        <Tools giveUp>
          <RoundButton
            label={t('turn')}
            icon="arrow-clockwise"
            weight="bold"
            disabled={closed || hands.chosen < 0}
            onPress={() => hands.turn(hands.chosen)}
          />
          <RoundButton
            label={t('flip')}
            icon="flip-horizontal"
            weight="bold"
            disabled={closed || !isFlippable(hands.chosen)}
            onPress={() => hands.flip(hands.chosen)}
          />
        </Tools>
      }
    >
      <svg
        className="tan-table"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('table')}
        {...drag}
      >
        <rect className="tan-field" width={field} height={height} rx="36" />
        <rect className="tan-tray" x={width - tray} width={tray} height={height} rx="36" />
        <Shadow places={places} figure={solution} />
        {hasLines(level) && <Lines places={places} placements={solution} className="tan-line" />}
        {ghost?.kind === 'place' && (
          <Lines places={places} placements={[ghost.placement]} className="tan-ghost" />
        )}
        {table.map((lying, piece) => (
          <Piece
            key={piece}
            piece={piece}
            lying={lying}
            middle={middleOf(piece)}
            scale={places.scale}
            label={nameOf(piece, lying)}
            look={{
              fixed: fixed.includes(piece),
              chosen: !closed && piece === hands.chosen,
              away: ghost?.kind === 'away' && ghost.pieces.includes(piece),
              called: ghost?.kind === 'place' && ghost.placement.piece === piece,
            }}
            onFocus={() => hands.choose(piece)}
            onKey={(event) => keyed(event, piece)}
          />
        ))}
      </svg>
      <Says shown={t('shown')} />
    </Board>
  )
}
