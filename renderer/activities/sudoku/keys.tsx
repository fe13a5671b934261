import type { SudokuExercise } from '#core/learning/sudoku/activity-rules.ts'
import type { Cells } from '#core/learning/sudoku/shape-rules.ts'
import { Value } from './value.tsx'
import { useSudokuWords } from './words.ts'

export interface KeysProps {
  readonly size: SudokuExercise['size']
  readonly cells: Cells
  /** The value that help points at. */
  readonly nod: number | undefined
  /** Values are noted, not put: none is off. */
  readonly noting: boolean
  readonly over: boolean
  readonly onPress: (value: number) => void
  readonly nameOf: (value: number) => string
}

/** One key for each value; dots say how many are missing, none left = off. */
export function Keys({ size, cells, nod, noting, over, onPress, nameOf }: KeysProps) {
  const { t } = useSudokuWords()
  const values = Array.from({ length: size }, (_, at) => at + 1)
  return (
    <ul className="sudoku-keys" data-size={size}>
      {values.map((value) => {
        const missing = Math.max(0, size - cells.filter((one) => one === value).length)
        return (
          <li key={value}>
            <button
              type="button"
              aria-label={t('key', { what: nameOf(value), count: missing })}
              data-nod={value === nod}
              disabled={over || (missing === 0 && !noting)}
              onClick={() => onPress(value)}
            >
              <Value size={size} value={value} />
              <span className="missing" aria-hidden="true">
                {Array.from({ length: missing }, (_, at) => (
                  <i key={at} />
                ))}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
