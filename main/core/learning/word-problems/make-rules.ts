import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { normaliseAnswer } from '../arithmetic/check-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord } from '../parsed-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import type { StoryLevel } from './level-rules.ts'
import { barsOnPaper } from './paper-rules.ts'
import { factsOf, tellBy, type Teller, type Told, toldIn } from './story-rules.ts'

/** A story; its key says all of it. */
export type StoryExercise = Exercise

/** The lines that lead to the answer, the first ones only; `□` is what the line before found. */
export interface StoryHint {
  readonly steps: readonly string[]
}

interface Parts {
  readonly id: string
  readonly grades: { readonly from: number; readonly to: number }
  readonly levels: readonly StoryLevel[]
  readonly teller: Teller
}

export interface StoryRules extends ActivityRules<LadderState, StoryExercise, StoryHint> {
  /** What an exercise of these rules tells. */
  readonly toldOf: (exercise: StoryExercise) => Told
}

/** The rules of an activity that tells stories and asks for a number. */
export function storyRules({ id, grades, levels, teller }: Parts): StoryRules {
  const { begin, readState, levelOf, advance, stamps } = ladder(levels)
  const storiesOf = (names: readonly string[]) => teller.stories.filter((story) => names.includes(story.id))
  const tellsOf = ({ tells }: StoryLevel) => tells.map((one) => ({ ...one, told: storiesOf(one.stories) }))
  const made = new Map(levels.map((level) => [level.id, tellsOf(level)]))

  const exerciseOf = (level: unknown, key: unknown): StoryExercise | null => {
    const tells = typeof level === 'string' ? made.get(level) : undefined
    if (!tells || typeof key !== 'string' || typeof level !== 'string') return null
    const story = key.split(' ')[0] ?? ''
    return tells.some(({ stories }) => stories.includes(story)) && toldIn(key, teller) ? { key, level } : null
  }
  const toldOf = ({ key }: StoryExercise): Told => {
    const told = toldIn(key, teller)
    if (!told) throw new Error(`No story: ${key}`)
    return told
  }
  const answerOf = (exercise: StoryExercise): string => {
    const { structure, numbers } = toldOf(exercise)
    return `${structure.answer(numbers)}`
  }

  return {
    id,
    subject: 'maths',
    grades,
    levels: levels.map((level) => ({ id: level.id, grade: level.grade })),
    length: 6,
    tries: 2,
    book: { most: 2, when: 'between' },
    begin,
    readState,
    levelOf,
    advance,
    stamps,
    toldOf,

    readExercise: (kept) => (isRecord(kept) ? exerciseOf(kept['level'], kept['key']) : null),

    next: ({ level }, random, asking) =>
      fresh(() => ({ key: storyBy(made.get(level) ?? [], teller, random), level }), asking),

    again: ({ key, level }) => exerciseOf(level, key),

    check(exercise, answer) {
      const typed = typeof answer === 'string' ? normaliseAnswer(answer) : null
      if (typed === null) return { check: 'nothing' }
      return { check: typed === answerOf(exercise) ? 'right' : 'wrong' }
    },

    solve: answerOf,

    hint(exercise, wrong) {
      const { structure, numbers } = toldOf(exercise)
      return { steps: structure.steps(numbers).slice(0, wrong + 1) }
    },

    print(exercise) {
      const told = toldOf(exercise)
      const sentences = sentencesOf(told).map((word): PrintPart => ({
        kind: 'word',
        word,
        facts: factsOf(told),
      }))
      const drawing = barsOnPaper(told.structure.picture(told.numbers))
      const word = unitOf(told)
      const unit: readonly PrintPart[] = word === null ? [] : [{ kind: 'word', word }]
      return {
        ask: [...sentences, ...(drawing ? [drawing] : []), { kind: 'blank', width: 5 }, ...unit],
        answer: [
          ...told.structure
            .steps(told.numbers)
            .map((step): PrintPart => ({ kind: 'text', text: `${step} ＝` })),
          { kind: 'text', text: answerOf(exercise) },
          ...unit,
        ],
      }
    },
  }
}

/** Keys of the sentences of a story, the question last. */
export const sentencesOf = ({ story: { id, sentences } }: Told): readonly string[] =>
  Array.from({ length: sentences }, (_, at) => `story.${id}.${at + 1}`)

/** Key of the word that stands after the answer, in the catalog of things; null where none does. */
export function unitOf({ story, thing }: Told): string | null {
  if (story.unit === 'none') return null
  return story.unit === 'thing' ? `word-problems:thing.${thing}.unit` : `word-problems:unit.${story.unit}`
}

type Made = readonly (StoryLevel['tells'][number] & { readonly told: Teller['stories'] })[]

/** A story whose numbers fit; what chance gives fits nearly always. */
function storyBy(tells: Made, teller: Teller, random: Random): string {
  for (;;) {
    const tell = pick(tells, random)
    if (!tell) return ''
    const key = tellBy(tell.told, tell.numbers(random), random)
    if (toldIn(key, teller)) return key
  }
}
