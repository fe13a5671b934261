import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import { id } from './people.ts'

/** Anything that JSON holds: what activities keep, ask and are answered with. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** The shelves of the learning corner, in their order. */
export const subjects = [
  'characters',
  'typing',
  'maths',
  'english',
  'map',
  'logic',
  'computer',
  'stories',
  'teacher',
  'toys',
] as const
export type Subject = (typeof subjects)[number]

/** How an exercise ended, as its bead shows it: right at once, right after a hint, comes back another day. */
export type ExerciseResult = 'right' | 'helped' | 'later'

/** A round as the child's window sees it. */
export interface Round {
  readonly id: string
  readonly activity: string
  readonly subject: Subject
  /** Id of the level that the exercise asked now belongs to. */
  readonly level: string
  /** Which exercise is asked now, from 0; `length` when the round is done. */
  readonly now: number
  /** Exercises in the round. */
  readonly length: number
  /** How the ones before went. */
  readonly results: readonly ExerciseResult[]
  /** The exercise asked now; null when the round is done. Its shape belongs to the activity. */
  readonly exercise: Json
  /** An old friend out of the book of mistakes. */
  readonly fromBook: boolean
  /** The help that the exercise asked now has earned already, also after a crash; null while none. */
  readonly hint: Json
  /** What `keep` kept of the exercise asked now; null while nothing. */
  readonly progress: Json
}

export interface Answered {
  /** `nothing`: no answer (an empty pad), not a try, nothing changed. `partly`: right so far, the exercise goes on. */
  readonly check: 'right' | 'wrong' | 'partly' | 'nothing'
  /** What the activity says of this answer (what a wrong picture is, which cell clashes); null where it says nothing. */
  readonly said: Json
  /** After a wrong try: what helps. */
  readonly hint: Json
  /** After the last wrong try or `giveUp`: the answer, kindly. The exercise comes back another day. */
  readonly shown: Json
  readonly round: Round
  /** The round is done and the bamboo grew a joint. */
  readonly grew: boolean
}

/** One activity on the shelf, for the child who asks. */
export interface ActivityCard {
  readonly activity: string
  readonly subject: Subject
  /** Where the child stands or would begin. */
  readonly level: string
  /** Joints on the stalk that grows, 0 to 5. */
  readonly joints: number
  /** Old friends out of the book of mistakes that may come today. */
  readonly due: number
  readonly inRound: boolean
  readonly tried: boolean
}

export interface Shelf {
  /** Every activity that is on for the child's grade, in the order of the catalog. */
  readonly cards: readonly ActivityCard[]
  /** What was played last and is still on; null for who never played. */
  readonly goOn: string | null
  /** What suits the child today: three at most (four while nothing was played yet: the first to begin with), one of a subject at most. */
  readonly suits: readonly string[]
  /** Joints grown in each subject, on all its stalks together. */
  readonly grove: Readonly<Partial<Record<Subject, number>>>
  /** The day's allowance of big toys in quarters, used ones counted; null where the room has no such toys, or allows none. */
  readonly toys: { readonly quarters: number; readonly used: number } | null
}

/** A part of a line on paper. `word` and its facts belong to the activity's catalog. */
export type PrintPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'word'
      readonly word: string
      readonly facts?: Readonly<Record<string, string | number>>
    }
  /** What follows stands on a line of its own. */
  | { readonly kind: 'line' }
  | { readonly kind: 'fraction'; readonly numerator: string; readonly denominator: string }
  /** A line to write on, so many characters wide. */
  | { readonly kind: 'blank'; readonly width: number }
  /** Squares for characters (田字格); '' is an empty one. */
  | { readonly kind: 'grid'; readonly characters: readonly string[] }
  /** A table of cells (a sudoku); '' is an empty one. `thick` says after which rows and columns a thick line comes. */
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      readonly thick?: { readonly rows: number; readonly columns: number }
    }
  /** A line drawing in black: `paths` as SVG path data, `labels` centred on their place. */
  | {
      readonly kind: 'drawing'
      readonly width: number
      readonly height: number
      /** `fill`: black; `grey` lets the lines of its neighbours be seen and counted. */
      readonly paths: readonly {
        readonly d: string
        readonly stroke?: number
        readonly fill?: boolean | 'grey'
      }[]
      readonly labels?: readonly {
        readonly x: number
        readonly y: number
        readonly size: number
        readonly text: string
      }[]
    }

/** An exercise on paper: what is asked, and its answer for the page of answers. */
export interface PrintLine {
  readonly ask: readonly PrintPart[]
  readonly answer: readonly PrintPart[]
}

export interface MistakeRow extends PrintLine {
  readonly id: string
  readonly activity: string
  readonly level: string
  /** What the child answered last, as the activity kept it. */
  readonly answered: Json
  /** UTC ms; null where it is not known. Rows stand in the order of writing. */
  readonly missedAt: number | null
  /** Due occasions on which it was right without help. */
  readonly timesRight: number
}

/** What one child came to in one activity in the days asked for; level, bamboo and book as they stand now. */
export interface ProgressRow {
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly activity: string
  readonly level: string
  /** The level's place on the activity's ladder, from 1, and how many there are. */
  readonly place: number
  readonly places: number
  /** School grade that the level belongs to, 1 to 6; null where it has none. */
  readonly levelGrade: number | null
  readonly minutes: number
  readonly tries: number
  readonly right: number
  /** Items in the book of mistakes. */
  readonly inBook: number
  /** UTC ms of the last exercise ever; null where it is not known. */
  readonly lastAt: number | null
}

/** An item that children missed in the days asked for. */
export interface HardItem extends PrintLine {
  readonly activity: string
  readonly item: string
  readonly level: string
  /** How many children missed it. */
  readonly children: number
  /** How often it was missed in all that time. */
  readonly times: number
}

/** A rung of an activity, as hard as it was for those who were on it in the days asked for. */
export interface HardLevel {
  readonly activity: string
  readonly level: string
  /** School grade that the level belongs to, 1 to 6; null where it has none. */
  readonly levelGrade: number | null
  /** How many children were on it. */
  readonly children: number
  /** How many of them missed something there that is in their book of mistakes now. */
  readonly stuck: number
  /** Exercises that were answered, and how many of them were right at once and without help. */
  readonly asked: number
  readonly alone: number
}

export interface LearningReport {
  /** By class and name of the child, then as on the shelf. */
  readonly rows: readonly ProgressRow[]
  /** 20 at most, the hardest first; none where nothing was missed. */
  readonly hardLevels: readonly HardLevel[]
  /** 60 at most, those that most children missed first. */
  readonly hard: readonly HardItem[]
}

/** An activity as staff see it: on which grades it may be, where it is off. */
export interface SwitchRow {
  readonly activity: string
  readonly subject: Subject
  /** Grades that it suits. */
  readonly from: number
  readonly to: number
  readonly levels: readonly string[]
  readonly offFor: readonly number[]
}

/** Something real that a child can do, with its evidence. */
export interface Stamp {
  readonly activity: string
  readonly stamp: string
  /** Null for an activity that is not here any more. */
  readonly subject: Subject | null
  /** UTC ms; null where it is not known. */
  readonly at: number | null
  readonly facts: Readonly<Record<string, string | number>>
}

export const activityName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const turn = { round: id, now: z.int().min(0).max(1000) }
const named = z.strictObject({ activity: activityName })
/** 64 kB at most, checked where it is kept. */
const json = z.json().transform((value) => value as Json)

export const learningMethods = {
  shelf: method(child, z.void()).answers<Shelf>(),
  /** The round of this activity that is under way, or a new one. Refuses `not-found` for one that is not on this child's shelf. */
  round: method(child, named).answers<Round>(),
  answer: method(child, z.strictObject({ ...turn, answer: json })).answers<Answered>(),
  /** Help before a try. */
  hint: method(child, z.strictObject(turn)).answers<Json>(),
  /** “换一题”: another exercise in its place; nothing is held against the child. */
  swap: method(child, z.strictObject(turn)).answers<Round>(),
  /** The answer is shown, kindly; the exercise comes back another day. */
  giveUp: method(child, z.strictObject(turn)).answers<Answered>(),
  /** Keeps what the child has done of the exercise asked now, so that a crash comes back to it. */
  keep: method(child, z.strictObject({ ...turn, progress: json })).answers<void>(),
  stamps: method(child, z.void()).answers<readonly Stamp[]>(),
  /** The book of mistakes (错题本), for staff to print; of all activities, or one. */
  mistakesOf: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ childId: id, activity: activityName.optional() }),
  ).answers<readonly MistakeRow[]>(),
  stampsOf: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ childId: id }),
  ).answers<readonly Stamp[]>(),
  /** A fresh sheet of one level, with its answers. */
  sheet: method(
    staff('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ activity: activityName, level: z.string().max(60), count: z.int().min(1).max(60) }),
  ).answers<readonly PrintLine[]>(),
  report: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ classId: id.optional(), childId: id.optional(), days: z.int().min(1).max(400) }),
  ).answers<LearningReport>(),
  switches: method(staff('coordinator', 'teacher', 'social-worker'), z.void()).answers<
    readonly SwitchRow[]
  >(),
  setSwitch: method(
    audited('coordinator', 'teacher'),
    z.strictObject({ activity: activityName, grade: z.int().min(1).max(6), on: z.boolean() }),
  ).answers<void>(),
}
