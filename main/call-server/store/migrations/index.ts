import type { Migration } from '#core/db/migrations/index.ts'
import calls from './0001-calls.sql?raw'
import clock from './0002-clock.sql?raw'
import daysCounted from './0003-days-counted.sql?raw'

/** In order; one that has left the house is never changed, a new one follows it. */
export const callMigrations: readonly Migration[] = [
  { version: 1, name: 'calls', sql: calls },
  { version: 2, name: 'clock', sql: clock },
  { version: 3, name: 'days-counted', sql: daysCounted },
]
