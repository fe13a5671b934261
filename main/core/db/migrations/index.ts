import foundation from './0001-foundation.sql?raw'

export interface Migration {
  /** The `user_version` that the database has afterwards: 1, 2, 3, without a gap. */
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** In order; one that has left the house is never changed, a new one follows it. */
export const migrations: readonly Migration[] = [{ version: 1, name: 'foundation', sql: foundation }]
