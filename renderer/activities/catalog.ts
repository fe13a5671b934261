import type { ComponentType } from 'react'
import { onDemand } from '../pupil/on-demand.tsx'
import type { ActivityProps } from './frame/props.ts'
import { BalanceArt } from './balance/art.tsx'
import { CharacterQuizArt } from './character-quiz/art.tsx'
import { CharactersArt } from './characters/art.tsx'
import { ChessArt } from './chess/art.tsx'
import { ClocksArt } from './clocks/art.tsx'
import { ComputerArt, ComputerStamp } from './computer/art.tsx'
import { FractionsArt } from './fractions/art.tsx'
import { MeasuresArt } from './measures/art.tsx'
import { MoneyArt } from './money/art.tsx'
import { MazesArt } from './mazes/art.tsx'
import { PairsArt } from './pairs/art.tsx'
import { PatternsArt } from './patterns/art.tsx'
import { ShapesArt } from './shapes/art.tsx'
import { StayingSafeArt, StayingSafeStamp } from './staying-safe/art.tsx'
import { SudokuArt } from './sudoku/art.tsx'
import { WordProblemsArt } from './word-problems/art.tsx'
import { TwoStepsArt } from './two-steps/art.tsx'
import { PoemTypingArt } from './poem-typing/art.tsx'
import { EstimatesArt } from './estimates/art.tsx'
import { SumsArt } from './sums/art.tsx'
import { TypingArt } from './typing/art.tsx'
import { TangramArt } from './tangram/art.tsx'

/** How an activity is drawn. */
export interface ActivityEntry {
  /** Its exercise, inside the frame; fetched when it is first shown. */
  readonly Exercise: ComponentType<ActivityProps<unknown>>
  /** The picture on its card: a small drawing, part of the shelf's own script (1 kB or so). */
  readonly Art: ComponentType
  /** The pictures of its stamps in the passport; the subject's unless given. */
  readonly Stamp?: ComponentType<{ readonly stamp: string }>
}

/** Fetches a component when it is first shown, not ahead: a child plays few of many. Its exercise is of its own rules' making. */
function drawn<E, H>(load: () => Promise<ComponentType<ActivityProps<E, H>>>) {
  return onDemand(load, 'when-shown') as ComponentType<ActivityProps<unknown>>
}

/** By id, as in `main/core/learning/activities.ts`; one line each. */
const catalog: Readonly<Record<string, ActivityEntry>> = {
  balance: {
    Exercise: drawn(() => import('./balance/balance.tsx').then(({ Balance }) => Balance)),
    Art: BalanceArt,
  },
  'character-quiz': {
    Exercise: drawn(() =>
      import('./character-quiz/character-quiz.tsx').then(({ CharacterQuiz }) => CharacterQuiz),
    ),
    Art: CharacterQuizArt,
  },
  characters: {
    Exercise: drawn(() => import('./characters/characters.tsx').then(({ Characters }) => Characters)),
    Art: CharactersArt,
  },
  clocks: {
    Exercise: drawn(() => import('./clocks/clocks.tsx').then(({ Clocks }) => Clocks)),
    Art: ClocksArt,
  },
  chess: { Exercise: drawn(() => import('./chess/chess.tsx').then(({ Chess }) => Chess)), Art: ChessArt },
  computer: {
    Exercise: drawn(() => import('./computer/computer.tsx').then(({ Computer }) => Computer)),
    Art: ComputerArt,
    Stamp: ComputerStamp,
  },
  fractions: {
    Exercise: drawn(() => import('./fractions/fractions.tsx').then(({ Fractions }) => Fractions)),
    Art: FractionsArt,
  },
  measures: {
    Exercise: drawn(() => import('./measures/measures.tsx').then(({ Measures }) => Measures)),
    Art: MeasuresArt,
  },
  money: { Exercise: drawn(() => import('./money/money.tsx').then(({ Money }) => Money)), Art: MoneyArt },
  mazes: { Exercise: drawn(() => import('./mazes/mazes.tsx').then(({ Mazes }) => Mazes)), Art: MazesArt },
  pairs: { Exercise: drawn(() => import('./pairs/pairs.tsx').then(({ Pairs }) => Pairs)), Art: PairsArt },
  patterns: {
    Exercise: drawn(() => import('./patterns/patterns.tsx').then(({ Patterns }) => Patterns)),
    Art: PatternsArt,
  },
  shapes: {
    Exercise: drawn(() => import('./shapes/shapes.tsx').then(({ Shapes }) => Shapes)),
    Art: ShapesArt,
  },
  'staying-safe': {
    Exercise: drawn(() => import('./staying-safe/staying-safe.tsx').then(({ StayingSafe }) => StayingSafe)),
    Art: StayingSafeArt,
    Stamp: StayingSafeStamp,
  },
  sudoku: {
    Exercise: drawn(() => import('./sudoku/sudoku.tsx').then(({ Sudoku }) => Sudoku)),
    Art: SudokuArt,
  },
  'word-problems': {
    Exercise: drawn(() =>
      import('./word-problems/word-problems.tsx').then(({ WordProblems }) => WordProblems),
    ),
    Art: WordProblemsArt,
  },
  'two-steps': {
    Exercise: drawn(() => import('./two-steps/two-steps.tsx').then(({ TwoSteps }) => TwoSteps)),
    Art: TwoStepsArt,
  },
  estimates: {
    Exercise: drawn(() => import('./estimates/estimates.tsx').then(({ Estimates }) => Estimates)),
    Art: EstimatesArt,
  },
  sums: { Exercise: drawn(() => import('./sums/sums.tsx').then(({ Sums }) => Sums)), Art: SumsArt },
  tangram: {
    Exercise: drawn(() => import('./tangram/tangram.tsx').then(({ Tangram }) => Tangram)),
    Art: TangramArt,
  },
  'poem-typing': {
    Exercise: drawn(() => import('./poem-typing/poem-typing.tsx').then(({ PoemTyping }) => PoemTyping)),
    Art: PoemTypingArt,
  },
  typing: {
    Exercise: drawn(() => import('./typing/typing.tsx').then(({ Typing }) => Typing)),
    Art: TypingArt,
  },
}

export const entryOf = (id: string): ActivityEntry | undefined =>
  Object.hasOwn(catalog, id) ? catalog[id] : undefined
