import type { SudokuExercise } from '#core/learning/sudoku/activity-rules.ts'
import { shapeOf } from '#core/learning/sudoku/shape-rules.ts'
import { notedAt, type Position } from './position-rules.ts'
import { Value } from './value.tsx'
import { useSudokuWords } from './words.ts'

export interface FieldProps {
  readonly exercise: SudokuExercise
  readonly position: Position
  readonly chosen: number
  /** Places that are lit by help. */
  readonly look: readonly number[]
  /** The place that the next value goes to, and the value. */
  readonly target: { readonly at: number; readonly value: number | undefined } | undefined
  readonly clash: readonly number[]
  readonly over: boolean
  readonly onChoose: (at: number) => void
  readonly nameOf: (value: number) => string
}

/** The grid. One cell is chosen; its row, column and box are tinted. */
export function Field({
  exercise,
  position,
  chosen,
  look,
  target,
  clash,
  over,
  onChoose,
  nameOf,
}: FieldProps) {
  const { t } = useSudokuWords()
  const { size, given } = exercise
  const { box, peers } = shapeOf(size)
  const near = over ? [] : (peers[chosen] ?? [])
  return (
    <div
      className="sudoku"
      data-size={size}
      role="group"
      aria-label={t('field')}
      style={{ gridTemplateColumns: `repeat(${size}, 1fr)`, gridTemplateRows: `repeat(${size}, 1fr)` }}
    >
      {position.cells.map((value, at) => {
        const [row, column] = [Math.floor(at / size), at % size]
        const noted = value ? [] : notedAt(position, at, size)
        const place = { row: row + 1, column: column + 1 }
        const what = value
          ? t('cell.holds', { ...place, what: nameOf(value) })
          : noted.length > 0
            ? t('cell.maybe', { ...place, what: noted.map(nameOf).join(' ') })
            : t('cell.empty', place)
        return (
          <button
            key={at}
            type="button"
            className="cell"
            aria-label={what}
            aria-pressed={at === chosen}
            tabIndex={at === chosen ? 0 : -1}
            data-given={given[at] !== 0}
            data-near={near.includes(at)}
            data-chosen={at === chosen && !over}
            data-look={look.includes(at)}
            data-target={at === target?.at}
            data-clash={clash.includes(at)}
            data-right-of-box={column > 0 && column % box.columns === 0}
            data-under-box={row > 0 && row % box.rows === 0}
            onClick={() => onChoose(at)}
            onFocus={() => onChoose(at)}
          >
            {value ? (
              <Value size={size} value={value} />
            ) : at === target?.at && target.value !== undefined ? (
              <span className="ghost">
                <Value size={size} value={target.value} />
              </span>
            ) : (
              noted.length > 0 && <small>{noted.join(' ')}</small>
            )}
          </button>
        )
      })}
    </div>
  )
}
