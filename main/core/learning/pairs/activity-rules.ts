import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { type Card, dealCards, type Face, levels, type PairsLevel, pictures } from './cards-rules.ts'

/** Cards that lie covered. The answer is the list of the pairs that were found: all of them. */
export interface PairsExercise extends Exercise {
  readonly cards: readonly Card[]
}

/** Cards that may be looked at for a moment: all. */
export interface PairsHint {
  readonly peek: true
}

// One game takes minutes: three of them are a good reason for a larger one.
const { begin, readState, levelOf, advance } = ladder(levels, { up: 3, down: 2 })

/** Turning over cards two by two (L5): for eyes and memory, nothing to read before sums. */
export const pairs: ActivityRules<LadderState, PairsExercise, PairsHint> = {
  id: 'pairs',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 1,
  tries: null,
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || typeof kept['key'] !== 'string' || !isLevel(kept['level'])) return null
    const { key, level, cards } = kept
    if (key.length === 0 || key.length > 80 || !Array.isArray(cards) || !cards.every(isCard)) return null
    const found = new Map<number, number>()
    for (const { pair } of cards) found.set(pair, (found.get(pair) ?? 0) + 1)
    const isWholeDeal = [...found.keys()].every((pair) => pair < found.size && found.get(pair) === 2)
    return cards.length > 0 && cards.length <= 18 && isWholeDeal ? { key, level, cards } : null
  },

  next: ({ level }, random, asking) =>
    fresh(() => exerciseOf(isLevel(level) ? level : levels[0].id, random), asking, TRIES),

  again: () => null,

  check({ cards }, answer) {
    if (!Array.isArray(answer) || answer.length === 0) return { check: 'nothing' }
    const all = cards.length / 2
    const found = new Set(answer.filter((pair) => isWhole(pair, 0, all - 1)))
    return { check: found.size === all ? 'right' : 'partly' }
  },

  solve: ({ cards }) => Array.from({ length: cards.length / 2 }, (_, pair) => pair),

  hint: () => ({ peek: true }),

  print: () => null,
}

// Dealing is dear: fewer draws than usual.
const TRIES = 40
const isLevel = (id: unknown): id is PairsLevel => levels.some((level) => level.id === id)

const isCard = (value: unknown): value is Card =>
  isRecord(value) && isWhole(value['pair'], 0, 8) && isFace(value['face']) && Object.keys(value).length === 2

function isFace(value: unknown): value is Face {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false
  if (value['kind'] === 'picture') return pictures.some((picture) => picture === value['picture'])
  if (value['kind'] === 'dots') return isWhole(value['count'], 1, 9)
  return (
    value['kind'] === 'text' &&
    typeof value['text'] === 'string' &&
    /^\d{1,2}([＋×]\d{1,2})?$/u.test(value['text'])
  )
}

function exerciseOf(level: PairsLevel, random: Random): PairsExercise {
  const cards = dealCards(level, random)
  return { key: `${level} ${cards.map(({ pair }) => pair).join('')}`, level, cards }
}
