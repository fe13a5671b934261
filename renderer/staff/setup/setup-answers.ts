import type { StepsProps } from '#ui/staff.ts'

/** What the first run has been told so far. */
export interface SetupAnswers {
  readonly school: string
  readonly room: string
  /** The number on the table, 1 to 60. */
  readonly seat: number
  readonly name: string
}

export const emptyAnswers: SetupAnswers = { school: '', room: '', seat: 1, name: '' }

export interface SetupStepProps {
  readonly answers: SetupAnswers
  readonly change: (changed: Partial<SetupAnswers>) => void
  readonly next: () => void
  readonly back: () => void
  readonly frame: StepsProps
}
