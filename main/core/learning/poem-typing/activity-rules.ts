import type { ActivityRules, Asking } from '../activity-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord } from '../parsed-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import { lettersOf } from '../typing/reading-rules.ts'
import { typed } from '../typing/typed-rules.ts'
import { fives, poemOf, sevens, type Poem } from './poem-rules.ts'

/** A line of a poem to type. The poem is whole in it: the child sees what was typed and what comes. */
export interface PoemExercise {
  /** `春晓 2`: title and which line, from 1. */
  readonly key: string
  readonly level: string
  readonly poem: Poem
  /** Which line, from 0. */
  readonly line: number
}

/** Help: the keys are shown. */
export interface PoemHint {
  readonly show: 'keys'
}

/** Lines of a poem: a round is a poem. */
const LINES = 4
const byLevel: Readonly<Record<string, readonly Poem[]>> = { fives, sevens }
const levels = [
  { id: 'fives', grade: 2 },
  { id: 'sevens', grade: 4 },
]
const steps = ladder(levels, { up: 12, down: 4 })

const poemsOf = (level: string): readonly Poem[] => byLevel[level] ?? fives
const keyOf = ({ title }: Poem, line: number) => `${title} ${line + 1}`

function exerciseOf(level: string, key: string): PoemExercise | null {
  const [title = '', which = ''] = key.split(' ')
  const poem = poemOf(title)
  const line = Number(which) - 1
  const sound = poem && poemsOf(level).includes(poem) && poem.lines[line] && keyOf(poem, line) === key
  return sound ? { key, level, poem, line } : null
}

/** The line after those of the round; at its beginning a poem that was not there lately. */
function comes(level: string, random: Random, { inRound, seen }: Asking): PoemExercise {
  const asked = inRound.flatMap((key) => exerciseOf(level, key) ?? [])
  const last = asked.at(-1)
  const next = last && last.line + 1 < LINES ? exerciseOf(level, keyOf(last.poem, last.line + 1)) : null
  if (next && !inRound.includes(next.key)) return next
  const free = poemsOf(level).filter((poem) => !asked.some((one) => one.poem === poem))
  const rested = free.filter((poem) => !seen.includes(keyOf(poem, 0)))
  const poem = pick(rested.length > 0 ? rested : free, random)
  const first = poem && exerciseOf(level, keyOf(poem, 0))
  if (!first) throw new Error(`No poem of ${level}`)
  return first
}

/** Typing a poem of the Tang dynasty with our own pinyin input, line by line (L2). */
export const poemTyping: ActivityRules<LadderState, PoemExercise, PoemHint> = {
  id: 'poem-typing',
  subject: 'typing',
  grades: { from: 2, to: 6 },
  levels,
  length: LINES,
  tries: null,
  book: null,

  ...steps,
  readExercise: (kept) =>
    isRecord(kept) && typeof kept['key'] === 'string' && typeof kept['level'] === 'string'
      ? exerciseOf(kept['level'], kept['key'])
      : null,
  again: ({ level, key }) => exerciseOf(level, key),
  next: ({ level }, random, asking) => comes(level, random, asking),

  check: ({ poem, line }, answer) =>
    typed(lettersOf((poem.lines[line]?.pinyin ?? []).join('')).length, answer),
  solve: () => ({ misses: 0 }),
  hint: () => ({ show: 'keys' }),
  print: () => null,

  stamps: (_before, _after, { exercise: { poem, line } }) =>
    line === LINES - 1 ? [{ stamp: 'poem', facts: { title: poem.title, author: poem.author } }] : [],
}
