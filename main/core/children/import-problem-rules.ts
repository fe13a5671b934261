import type { Column } from './import-header-rules.ts'
import type { GuardianProblem } from './import-guardian-rules.ts'

/** What is the matter with a line; words: `import.problem.<code>`. */
export interface LineProblem {
  /** The place of a block's line (`placeOf`). */
  readonly line: number
  readonly code:
    | 'name-missing'
    | 'name-too-long'
    | 'names-several'
    | 'class-missing'
    | 'class-unknown'
    | 'birthday-unreadable'
    | 'reading-unreadable'
    | 'number-damaged'
    | 'number-too-long'
    | 'number-unreadable'
    | 'duplicate-in-file'
    | 'stray-quote'
    | 'cells-beyond'
    | 'title'
    | 'heading-again'
    | 'class-heading'
    | 'example'
    | 'not-a-child'
    | GuardianProblem['code']
  /** What stands there, cut to 60 characters. */
  readonly value: string
  /** The child is taken all the same, without this value. */
  readonly taken: boolean
  /** The whole line as it can be read, cut to 160 characters; of lines that are left out only. */
  readonly text?: string
}

/** What was done with many lines alike; words: `import.note.<code>`. */
export interface ListNote {
  readonly code:
    | 'blocks'
    | 'class-filled'
    | 'class-from-title'
    | 'class-by-year'
    | 'birthday-counted'
    | 'columns-unnamed'
    | 'name-numbered'
  readonly value: string
  /** How many lines; 0 where it is about the list. */
  readonly count: number
}

export const cut = (text: string, most: number): string => {
  const all = Array.from(text.trim())
  return all.length <= most ? all.join('') : `${all.slice(0, most - 1).join('')}…`
}

/** A line as a person reads it. */
export const lineText = (cells: readonly string[]): string =>
  cut(
    cells
      .map((cell) => cell.replace(/\s+/gu, ' ').trim())
      .filter((cell) => cell !== '')
      .join(' | '),
    160,
  )

/** What stands under a heading of one line; empty where the list has no such column. */
export type CellOf = (column: Column) => string
