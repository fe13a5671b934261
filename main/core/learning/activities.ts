/*
 * The activities of the learning corner, in the order of the shelf.
 *
 * An activity is two folders, two lines and its words:
 * - `main/core/learning/<activity>/activity-rules.ts` answers `ActivityRules` (read its comments: they are the manual); other
 *   files of pure rules beside it, each `*-rules.ts` with its tests;
 * - one line here; `activity-laws-*.test.ts` then run it through the laws of the shape, 10,000 exercises at each level;
 * - `renderer/activities/<activity>/` draws an exercise and takes the answer (`ActivityProps`), one line in
 *   `renderer/activities/catalog.ts`; it may import the rules' types and pure functions;
 * - its words in `resources/locales/learning/<activity>/{zh-CN,en}.json`, with `level.<id>` for each level, and its name
 *   and line in `resources/locales/learning/shelf/`;
 * - large data as files in `resources/public/learning/<activity>/`, read one by one (`readContent`), never bundled.
 */
import type { Activity } from './activity-rules.ts'
import { balance } from './balance/activity-rules.ts'
import { characterQuiz } from './character-quiz/activity-rules.ts'
import { characters } from './characters/activity-rules.ts'
import { clocks } from './clocks/activity-rules.ts'
import { wordProblems } from './word-problems/activity-rules.ts'
import { computer } from './computer/activity-rules.ts'
import { fractions } from './fractions/activity-rules.ts'
import { measures } from './measures/activity-rules.ts'
import { money } from './money/activity-rules.ts'
import { twoSteps } from './two-steps/activity-rules.ts'
import { estimates } from './estimates/activity-rules.ts'
import { sums } from './arithmetic/activity-rules.ts'
import { mazes } from './mazes/activity-rules.ts'
import { pairs } from './pairs/activity-rules.ts'
import { patterns } from './patterns/activity-rules.ts'
import { shapes } from './shapes/activity-rules.ts'
import { tangram } from './tangram/activity-rules.ts'
import { stayingSafe } from './staying-safe/activity-rules.ts'
import { sudoku } from './sudoku/activity-rules.ts'
import { chess } from './chess/activity-rules.ts'
import { poemTyping } from './poem-typing/activity-rules.ts'
import { typing } from './typing/activity-rules.ts'

export const activities: readonly Activity[] = [
  sums,
  wordProblems,
  twoSteps,
  clocks,
  money,
  fractions,
  measures,
  shapes,
  estimates,
  patterns,
  pairs,
  tangram,
  chess,
  sudoku,
  mazes,
  balance,
  characters,
  characterQuiz,
  computer,
  stayingSafe,
  typing,
  poemTyping,
]

const byId = new Map(activities.map((activity) => [activity.id, activity]))

export const activityOf = (id: string): Activity | undefined => byId.get(id)
