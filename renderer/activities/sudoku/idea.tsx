import { shapeOf, type Size } from '#core/learning/sudoku/shape-rules.ts'
import { Value } from './value.tsx'

/** What it is about without a word: a row, a column and a box that each hold every fruit once. */
export function Idea({ size }: { readonly size: Size }) {
  const values = Array.from({ length: size }, (_, at) => at + 1)
  const { columns } = shapeOf(size).box
  return (
    <div className="sudoku-idea" aria-hidden="true">
      {[size, 1, columns].map((across, at) => (
        <span key={at} style={{ gridTemplateColumns: `repeat(${across}, auto)` }}>
          {(at === 1 ? values.toReversed() : values).map((value) => (
            <Value key={value} size={size} value={value} />
          ))}
        </span>
      ))}
    </div>
  )
}
