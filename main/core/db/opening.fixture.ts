import type { TestRoom } from '../backup/test-rooms.ts'
import type { WritableDb } from './handles.ts'
import { openDatabase, type Backups } from './open.ts'

/** The room's database, opened; a refusal fails the test. */
export function opened(room: TestRoom, backups?: Backups): WritableDb {
  const result = openDatabase({ ...room, ...(backups && { backups }) })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
/** Why the room's database is not opened. */
export const refused = (room: TestRoom, backups?: Backups) => {
  const result = openDatabase({ ...room, ...(backups && { backups }) })
  if (result.ok) result.value.close()
  return result.ok ? 'opened' : result.error
}
