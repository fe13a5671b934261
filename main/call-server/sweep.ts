import type { PlainDb } from '#core/db/connection.ts'
import type { Clock } from '#core/kernel/clock.ts'
import type { MessageFiles } from './messages/files.ts'
import type { CallServerSettings } from './settings.ts'
import { countDays, messageById, outdated, removeMessage } from './store/messages.ts'

const DAY = 86_400_000
/** Uploads that nobody ends; a seat that was away for longer begins anew. */
const UNFINISHED = DAY
/** How long a page can still be told that it was revoked, and what the caps and lists look back on. */
const KEPT = 35 * DAY

/** Removes what is certainly past its time, and files whose rows are gone. Does nothing about files of others' names. */
export async function sweep(
  db: PlainDb,
  clock: Pick<Clock, 'certain'>,
  files: MessageFiles,
  { seenDays, unseenDays }: CallServerSettings['limits'],
): Promise<void> {
  const now = clock.certain()
  if (now > 0) countDays(db, now)
  const old = outdated(db, {
    unfinished: now - UNFINISHED,
    unseen: now - unseenDays * DAY,
    seen: now - seenDays * DAY,
  })
  db.transaction(() => {
    for (const id of old) removeMessage(db, id)
    db.run('DELETE FROM sessions WHERE ends_at < ?', [now])
    db.run('DELETE FROM invitations WHERE ends_at < ?', [now - KEPT])
    db.run('DELETE FROM devices WHERE revoked_at < ?', [now - KEPT])
    db.run('DELETE FROM enrolment_codes WHERE ends_at < ?', [now - KEPT])
    db.run('DELETE FROM missed WHERE at < ?', [now - KEPT])
    db.run('DELETE FROM calls WHERE allowed_at < ? AND ended_at IS NOT NULL', [now - KEPT])
  })
  const orphans = (await files.ids()).filter((id) => isOurs.test(id) && !messageById(db, id))
  files.remove(orphans)
}

const isOurs = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
