import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isTexts, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { isStrong } from './password-rules.ts'
import { isSound, levels, stories, tellStory, type Danger, type Story, type Told } from './story-rules.ts'

/** A story and what can be done in it. The answer is the place of what helps. */
export interface SafeExercise extends Exercise, Told {
  readonly level: Danger
}

/** One thing that does not help is taken away. */
export interface SafeHint {
  readonly away: number
}

const { begin: beginAtGrade, readState, levelOf, advance, stamps } = ladder(levels, { up: 5, down: 2 })

/** What to do when something on a screen frightens, asks, or wants money (L4): told in pictures, tried in play. */
export const stayingSafe: ActivityRules<LadderState, SafeExercise, SafeHint> = {
  id: 'staying-safe',
  subject: 'computer',
  grades: { from: 1, to: 6 },
  levels,
  length: 5,
  tries: 2,
  // What was not known comes back: this is for life.
  book: { most: 1, when: 'between' },
  // Everybody begins with what frightens, whatever the grade.
  begin: () => beginAtGrade({ grade: 1 }),
  readState,
  levelOf,
  advance,
  stamps,

  readExercise(kept) {
    if (!isRecord(kept) || !isDanger(kept['level'])) return null
    const { level, choices, right } = kept
    const story = storyOf(level, kept['story'])
    if (!story || !isTexts(choices) || choices.length < 3 || choices.length > 4) return null
    if (!choices.every((choice) => choice.length <= 20) || !isWhole(right, 0, choices.length - 1)) return null
    const told = { story, choices, right }
    return kept['key'] === keyOf(level, told) && isSound(level, told, isStrong)
      ? { key: keyOf(level, told), level, ...told }
      : null
  },

  next: ({ level }, random, asking) => fresh(() => made(isDanger(level) ? level : 'fright', random), asking),

  again({ exercise }) {
    return stayingSafe.readExercise(exercise)
  },

  check({ choices, right }, answer) {
    if (!isWhole(answer, 0, choices.length - 1)) return { check: 'nothing' }
    return answer === right ? { check: 'right' } : { check: 'wrong', said: { chosen: choices[answer] ?? '' } }
  },

  solve: ({ right }) => right,

  hint: ({ choices, right }, wrong) => ({
    away: (right + 1 + (wrong % (choices.length - 1))) % choices.length,
  }),

  print: () => null,
}

const isDanger = (id: unknown): id is Danger => levels.some((level) => level.id === id)

const storyOf = (danger: Danger, story: unknown): Story | undefined =>
  stories[danger].find((one) => one === story)

/** Which story and what can be chosen, in any order: the same told another way round is the same. */
function keyOf(level: Danger, { story, choices }: Told): string {
  const short = choices.map((choice) => (level === 'password' ? choice : choice.slice(0, 9)))
  return `${level} ${story} ${short.toSorted().join(' ')}`.slice(0, 80)
}

function made(level: Danger, random: Random): SafeExercise {
  const told = tellStory(level, random)
  return { key: keyOf(level, told), level, ...told }
}
