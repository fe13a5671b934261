import type { WritableDb } from '../db/handles.ts'

type Columns = Record<string, string | number>

/** One time of a table's rows, and whether it was known when it was written. */
export interface Dated {
  /** The column of the key, where it is not `id`. */
  readonly id?: string
  /** The column, or an expression of it; UTC ms. */
  readonly at: string
  /** The column that says whose word it is, where `at` is none. */
  readonly column?: string
  readonly trusted?: string
  /** The local day that follows from it. */
  readonly day?: string
  /** `seat`: a column says whose row it is; `change`: the change log does; `own`: there are no others. */
  readonly whose: 'seat' | 'change' | 'own'
  /** Goes through the change log. */
  readonly shared?: true
  /** What else the row must be asked for `moved`. */
  readonly reads?: string
  /** The columns when each time of theirs goes where `move` puts it; without it `at` alone goes. */
  readonly moved?: (row: Readonly<Columns>, move: (at: number) => number) => Columns
}

/** When an item of the book was asked last, or left it. */
const reviewed = `max(json_extract(card, '$.reviewedAt'), coalesce(left_at, 0))`

/** Every table whose rows say when, and whether that was known: one that is added later belongs here, too. */
export const dated: Readonly<Record<string, readonly Dated[]>> = {
  session: [{ at: 'started_at', whose: 'seat', shared: true }],
  diary_page: [{ at: 'started_at', day: 'day', whose: 'change', shared: true }],
  diary_share: [
    { at: 'given_at', whose: 'change', shared: true },
    { at: 'looked_at', trusted: 'looked_trusted', whose: 'change', shared: true },
  ],
  talk_wish: [{ at: 'asked_at', whose: 'change', shared: true }],
  child_ask: [{ at: 'asked_at', whose: 'change', shared: true }],
  feeling: [{ at: 'at', day: 'day', whose: 'own' }],
  usage_event: [{ at: 'at', day: 'day', whose: 'seat' }],
  call_log: [{ at: 'at', whose: 'seat' }],
  call_now: [{ at: 'at', whose: 'own' }],
  session_beat: [{ id: 'session_id', at: 'stay_at', trusted: 'stay_trusted', whose: 'own' }],
  staff_act: [{ at: 'at', whose: 'seat' }],
  contact_consent: [{ at: 'at', whose: 'seat' }],
  learning_answer: [{ at: 'at', whose: 'seat' }],
  message: [
    { at: 'at', whose: 'own' },
    { at: 'seen_at', trusted: 'seen_trusted', whose: 'own' },
  ],
  learning_progress: [{ at: 'last_at', whose: 'change', shared: true }],
  learning_mistake: [
    { at: 'missed_at', whose: 'change', shared: true },
    {
      at: reviewed,
      column: 'card',
      trusted: 'due_trusted',
      whose: 'change',
      shared: true,
      reads: 'due_at, card, left_at',
      moved: ({ card, due_at: due, left_at: left }, move) => {
        const memory = JSON.parse(String(card)) as { reviewedAt: number }
        const reviewedAt = move(memory.reviewedAt)
        return {
          card: JSON.stringify({ ...memory, reviewedAt }),
          // As long after as it was meant to rest.
          due_at: Number(due) + reviewedAt - memory.reviewedAt,
          ...(typeof left === 'number' && { left_at: move(left) }),
        }
      },
    },
  ],
  learning_stamp: [{ at: 'at', whose: 'change', shared: true }],
  health_turn: [{ at: 'at', whose: 'own' }],
  health_trial: [{ at: 'at', whose: 'own' }],
  contact: [{ at: 'created_at', whose: 'change', shared: true }],
  child_merge: [{ at: 'at', whose: 'change', shared: true }],
  child_hold: [{ at: 'set_at', whose: 'change', shared: true }],
  rights_request: [{ at: 'asked_at', whose: 'change', shared: true }],
}

/** SQL: whether the seat of the parameter wrote it. */
export function isOurs(table: string, { whose, at, column = at }: Dated): string {
  if (whose === 'own') return '? IS NOT NULL'
  if (whose === 'seat') return 'seat = ?'
  return `(SELECT change.seat FROM cell_clock JOIN change ON change.hlc = cell_clock.hlc
    WHERE cell_clock.table_name = '${table}' AND cell_clock.row_id = ${table}.id AND cell_clock.column_name = '${column}') = ?`
}

interface Row {
  readonly table: string
  readonly id: string
  readonly key?: string | undefined
  readonly shared?: true | undefined
}

/** Writes columns of a row of such a table, told to the other seats where they see it. */
export function writeColumns(
  db: WritableDb,
  { table, id, key = 'id', shared }: Row,
  columns: Readonly<Columns>,
): void {
  if (shared) return void db.shared.set(table as 'session', id, columns)
  const names = Object.keys(columns)
  db.run(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${key} = ?`, [
    ...Object.values(columns),
    id,
  ])
}
