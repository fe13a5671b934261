import './chess.css'
import { walkOf, type ChessExercise, type ChessHint } from '#core/learning/chess/activity-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { Moves } from './moves.tsx'
import { Verdict } from './verdict.tsx'
import { WalkForStars } from './walk.tsx'

/** Chess: a walk for stars, a move to find, or a position to judge. */
export function Chess(props: ActivityProps<ChessExercise, ChessHint>) {
  const { exercise } = props
  const walk = walkOf(exercise)
  if (walk) return <WalkForStars {...props} walk={walk} />
  return exercise.level === 'verdict' ? <Verdict {...props} /> : <Moves {...props} />
}
