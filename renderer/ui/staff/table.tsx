import './table.css'
import { useState, type ReactNode } from 'react'
import { pageCount, pageOf } from '../pages-rules.ts'
import { Button } from './button.tsx'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Numbers stand to the right. */
  readonly number?: boolean
  readonly cell: (row: Row) => ReactNode
}

export interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Rows a page, 50 unless said. */
  readonly size?: number
  /** Opens a row: the cell of the first column becomes a button, the row takes a click. */
  readonly onOpen?: (row: Row) => void
  /** In place of no rows: an `EmptyState`. */
  readonly empty?: ReactNode
  readonly words: {
    readonly previous: string
    readonly next: string
    /** “1–50 of 512”; numbers from 1. */
    readonly range: (from: number, to: number, of: number) => string
  }
}

/** A table whose head stays and whose rows page by 50: 500 rows are an easy case. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  size = 50,
  onOpen,
  empty,
  words,
}: TableProps<Row>) {
  const [wanted, setPage] = useState(0)
  if (rows.length === 0 && empty) return empty
  const pages = pageCount(rows.length, size)
  const page = Math.min(wanted, pages - 1)
  return (
    <div className="table-box">
      <div className="table-scroll">
        <table className="table" aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ id, title, number }) => (
                <th key={id} scope="col" className={number ? 'number-cell' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pageOf(rows, page, size).map((row) => (
              <tr
                key={rowKey(row)}
                className={onOpen ? 'can-open' : undefined}
                onClick={onOpen ? () => onOpen(row) : undefined}
              >
                {columns.map(({ id, number, cell }, index) => (
                  <td key={id} className={number ? 'number-cell' : undefined}>
                    {onOpen && index === 0 ? (
                      // The row's own click opens it; the button is for keyboard and screen reader.
                      <button type="button" className="row-open">
                        {cell(row)}
                      </button>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div className="table-foot">
          <small role="status">
            {words.range(page * size + 1, Math.min(rows.length, (page + 1) * size), rows.length)}
          </small>
          <Button
            square
            icon="caret-left"
            label={words.previous}
            disabled={page === 0}
            onPress={() => setPage(page - 1)}
          />
          <Button
            square
            icon="caret-right"
            label={words.next}
            disabled={page === pages - 1}
            onPress={() => setPage(page + 1)}
          />
        </div>
      )}
    </div>
  )
}
