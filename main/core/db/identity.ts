import type { Database } from 'better-sqlite3'

/** "HHom": written into the header of our databases, so that nobody's other file is taken for one. */
export const APPLICATION_ID = 0x48_48_6f_6d

export function applicationId(raw: Database): number {
  return Number(raw.pragma('application_id', { simple: true }))
}

/** Number of the last migration; 0 before the first. */
export function schemaVersion(raw: Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/** Names of the tables that hold rows of ours, sorted. */
export function tableNames(raw: Database): string[] {
  return raw
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
}

/** The first complaint of SQLite's own check of the file; undefined when it is sound. Reads every page. */
export function firstDamage(raw: Database): string | undefined {
  const found = String(raw.pragma('quick_check(1)', { simple: true }))
  return found === 'ok' ? undefined : found
}
