import type { SqlValue } from './connection.ts'

/** The columns of one change, as kept in the log and as sent to other seats. */
export type Columns = Readonly<Record<string, SqlValue>>

/** Throws on what would not come back the same: NaN and infinities become NULL in SQLite, `undefined` nothing in JSON. */
export function writeColumns(columns: Columns): string {
  return JSON.stringify(columns, (name, value: unknown) => {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
      throw new Error(`Column ${name} cannot hold ${String(value)}`)
    }
    return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value
  })
}

/** The reverse of `writeColumns`; undefined when the text is not columns. */
export function readColumns(text: string): Columns | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const columns: Record<string, SqlValue> = {}
  for (const [name, value] of Object.entries(parsed as Record<string, unknown>)) {
    const cell = readCell(value)
    if (cell === undefined) return undefined
    columns[name] = cell
  }
  return columns
}

export function sameCell(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  return a === b
}

function readCell(value: unknown): SqlValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value !== 'object' || !('base64' in value) || typeof value.base64 !== 'string') return undefined
  return Buffer.from(value.base64, 'base64')
}
