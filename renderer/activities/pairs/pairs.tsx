import './pairs.css'
import type { PairsExercise, PairsHint } from '#core/learning/pairs/activity-rules.ts'
import type { Face } from '#core/learning/pairs/cards-rules.ts'
import { Beads } from '#ui/child/sums.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { CardBack, CardFace } from './face.tsx'
import { foundIn, useFlips } from './use-flips.ts'
import { usePairsWords } from './words.ts'

/** Covered cards, turned over two by two. Asking for help lays all of them open until the next tap. */
export function Pairs({
  exercise,
  hint,
  shown,
  stage,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: ActivityProps<PairsExercise, PairsHint>) {
  const { t, any } = usePairsWords()
  const { cards } = exercise
  const all = cards.length / 2
  const { isOpen, isFound, found, flip } = useFlips(cards, foundIn(progress, all), (now) =>
    now.length === all ? onAnswer(now) : onKeep(now),
  )
  const peek = hint !== null && stage === 'asking' && found.length === 0
  const over = shown !== null || stage === 'right'
  const name = (face: Face): string =>
    face.kind === 'picture'
      ? (any(`thing.${face.picture}`) ?? '')
      : face.kind === 'dots'
        ? t('dots', { count: face.count })
        : face.text
  const tap = (at: number) => {
    onTouched()
    flip(at)
  }
  return (
    <Board
      className="pairs-board"
      speak={t('ask')}
      unseen
      end={<Beads of={all} at={over ? all : found.length} label={t('found', { now: found.length, all })} />}
      tools={<Tools giveUp />}
    >
      <ul className="flips" data-cards={cards.length}>
        {cards.map(({ face }, at) => {
          const open = over || peek || isOpen(at)
          return (
            <li key={at}>
              <button
                type="button"
                className="flip"
                data-open={open}
                data-found={over || isFound(at)}
                aria-label={open ? name(face) : t('covered', { place: at + 1 })}
                aria-disabled={busy || over || isFound(at)}
                onClick={() => (busy || over ? undefined : tap(at))}
              >
                {open ? <CardFace face={face} /> : <CardBack />}
              </button>
            </li>
          )
        })}
      </ul>
      <Says shown={t('shown')} />
    </Board>
  )
}
