import { useState } from 'react'
import { MOST_STEPS, type ChessExercise, type ChessHint } from '#core/learning/chess/activity-rules.ts'
import { isSquare, type Square } from '#core/learning/chess/board-rules.ts'
import { menOfWalk, stepped, stepsOf, walked, wayToAll, type Walk } from '#core/learning/chess/walk-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { ChessBoard } from './chess-board.tsx'
import { ManDrawn, StarDrawn } from './man.tsx'
import { ChessPage } from './page.tsx'
import { Ways } from './ways.tsx'
import { useChessWords } from './words.ts'

const isPath = (value: unknown): value is readonly Square[] =>
  Array.isArray(value) && value.length <= MOST_STEPS && value.every(isSquare)

/** One man goes for stars; it is chosen already, so a tap on a square is enough. */
export function WalkForStars(props: ActivityProps<ChessExercise, ChessHint> & { readonly walk: Walk }) {
  const { exercise, walk, hint, shown, stage, progress, busy, onAnswer, onKeep, onTouched } = props
  const { t, any } = useChessWords()
  const { level } = exercise
  const [path, setPath] = useState<readonly Square[]>(() =>
    isPath(progress) && walked(walk, progress) ? progress : [],
  )
  const closed = busy || stage === 'right' || stage === 'shown'
  // The answer is a way: it is marked square by square, from where it begins.
  const marked = isPath(shown) ? shown : null
  const now = marked ? walk : (walked(walk, path) ?? walk)
  const way = wayToAll(now)
  const next = hint && !closed ? way?.[0] : undefined
  const go = (to: Square) => {
    if (!stepsOf(now).includes(to) || path.length >= MOST_STEPS) return
    onTouched()
    const longer = [...path, to]
    setPath(longer)
    if (stepped(now, to).stars.length === 0) onAnswer([...longer])
    else onKeep([...longer])
  }
  const back = () => {
    onTouched()
    const shorter = path.slice(0, -1)
    setPath(shorter)
    onKeep([...shorter])
  }
  const men = menOfWalk(now)
  const nameOf = (square: Square): string => {
    const man = men.get(square)
    if (man) return t('square.man', { square, man: t(`man.w${man.kind}`) })
    return now.stars.includes(square) ? t('square.star', { square }) : square
  }
  return (
    <ChessPage
      ask={any(`ask.${level}`) ?? ''}
      how={any(`how.${level}`)}
      picture={
        <span className="chess-picture">
          <ManDrawn kind={walk.kind} isWhite />
          <StarDrawn />
        </span>
      }
      diagram={<Ways level={level} />}
      says={!closed && way === null ? t('stuck') : ''}
      shown={t('shown')}
      board={
        <ChessBoard
          label={t('board')}
          men={men}
          stars={now.stars}
          chosen={closed ? null : now.at}
          dots={closed ? [] : stepsOf(now)}
          rings={marked ?? (next ? [next] : [])}
          last={[]}
          closed={closed}
          nameOf={nameOf}
          canDrag={(square) => square === now.at}
          onSquare={go}
          onDrag={(_, to) => go(to)}
        />
      }
      tools={
        <Pill
          icon="arrow-u-up-left"
          weight="bold"
          label={t('back')}
          disabled={closed || path.length === 0}
          onPress={back}
        />
      }
    />
  )
}
