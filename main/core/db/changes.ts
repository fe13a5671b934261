import { readColumns } from './cells.ts'
import { isHlc } from './hlc-rules.ts'
import type { Change } from './shared-rows.ts'

/** How far a log has been read. Positions of one log mean nothing in another: then all is read again, which is harmless. */
export interface Cursor {
  readonly log: string
  readonly positions: Readonly<Record<string, number>>
}

/** A row of an append-only table, as JSON of all its columns. */
export interface AppendedRow {
  readonly table: string
  readonly row: string
}

/** What one seat hands to another, plain enough for JSON. */
export interface Changes {
  /** The schema version of the seat that wrote it. */
  readonly schema: number
  /** Where to go on next time. */
  readonly upTo: Cursor
  /** Whether there is more behind `upTo`. */
  readonly more: boolean
  readonly changes: readonly Change[]
  readonly rows: readonly AppendedRow[]
}

/** Whether something read from a wire or a stick has the shape of changes; it says nothing about who wrote it. */
export function isChanges(value: unknown): value is Changes {
  return (
    isRecord(value) &&
    Number.isInteger(value['schema']) &&
    isCursor(value['upTo']) &&
    typeof value['more'] === 'boolean' &&
    Array.isArray(value['changes']) &&
    value['changes'].every(isChange) &&
    Array.isArray(value['rows']) &&
    value['rows'].every(isAppendedRow)
  )
}

function isCursor(value: unknown): value is Cursor {
  return (
    isRecord(value) &&
    typeof value['log'] === 'string' &&
    isRecord(value['positions']) &&
    Object.values(value['positions']).every((position) => Number.isSafeInteger(position))
  )
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value)) return false
  const { hlc, seat, table, id, columns } = value
  const texts = [seat, table, id].every((text) => typeof text === 'string' && text.length > 0)
  return (
    texts &&
    isHlc(hlc) &&
    (columns === null || (typeof columns === 'string' && readColumns(columns) !== undefined))
  )
}

function isAppendedRow(value: unknown): value is AppendedRow {
  if (!isRecord(value) || typeof value['table'] !== 'string' || typeof value['row'] !== 'string') return false
  const columns = readColumns(value['row'])
  return columns !== undefined && typeof columns['id'] === 'string' && typeof columns['seat'] === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
