import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeatLine } from '../calls/seat-line.ts'
import type { Ground } from '../kernel/ground.ts'
import type { KeyFiles } from '../keys/key-files.ts'
import type { Rescue } from '../keys/rescue.ts'
import { isSweptKind, type SweptKind } from '../media/store.ts'
import { LINE, type Tries } from '../messages/tries.ts'
import { KEY_FILE, recordsOf } from './erase-children.ts'
import type { ErasedList } from './erased-list.ts'
import { isHeld } from './holds.ts'
import { ERASURE_WAITS } from './request-rules.ts'
import { openErasures } from './requests.ts'
import { sits } from './service.ts'

export interface ErasuresParts {
  readonly list: ErasedList
  /** `eraseChildren`, where it keeps no tap waiting. */
  readonly erase: (ids: readonly string[]) => Promise<void>
  readonly media: string
  /** The keys of the diaries, outside of the database. */
  readonly keyFiles: KeyFiles
  readonly rescue: Pick<Rescue, 'keep'>
  /** What rows still name. */
  readonly named: (kind: SweptKind) => ReadonlySet<string>
  readonly line: Pick<SeatLine, 'askPlainly'>
  readonly hasServer: () => boolean
  readonly tries: Tries
  /** Somebody sits at this seat. */
  readonly isTaken: () => boolean
  /** Children are gone: lists and the call server's publication are not what they were. */
  readonly erased: (requests: readonly { readonly staffId: string }[]) => void
}

/** Erases whom it was asked for seven days ago, and ends what an erasure began. */
export interface Erasures {
  /** To be called every minute and at the start. One at a time. Never rejects. */
  look(): Promise<void>
}

export function createErasures({ db, clock, log }: Ground, parts: ErasuresParts): Erasures {
  const { list, erase, line, tries, keyFiles } = parts

  /** The days count by a time that is known, and from no earlier than what is certain. */
  const count = (): void => {
    const { at, trusted } = clock.now()
    if (!trusted) return
    for (const { id, countedFrom } of openErasures(db))
      if (countedFrom === null)
        db.shared.set('rights_request', id, { counted_from: Math.max(at, clock.certain()) })
  }

  const eraseDue = async (): Promise<void> => {
    count()
    const certain = clock.certain()
    const due = openErasures(db).filter(
      ({ countedFrom }) => countedFrom !== null && certain >= countedFrom + ERASURE_WAITS,
    )
    for (const request of due) {
      const ids = recordsOf(db, request.childId)
      // A child who sits there ends the turn in peace, and nobody else's tap waits for the disk.
      if (parts.isTaken() || sits({ db }, ids)) return
      // A case is open: it goes on to count, and waits.
      if (isHeld(db, ids)) continue
      list.add(ids)
      await erase(ids)
      log.info('A child was erased', { records: ids.length })
      parts.erased([request])
    }
  }

  /** Erased at another seat, or brought back by a backup of this one. */
  const eraseKnown = async (): Promise<void> => {
    const gone = db
      .all<{ id: string }>(`SELECT row_id AS id FROM tombstone WHERE table_name = 'child'`)
      .map(({ id }) => id)
    const unlisted = gone.filter((id) => !list.ids().has(id))
    const back = db
      .all<{ id: string }>('SELECT id FROM child WHERE id IN (SELECT value FROM json_each(?))', [
        JSON.stringify([...list.ids()]),
      ])
      .map(({ id }) => id)
    const ids = [...new Set([...unlisted, ...back])]
    if (ids.length === 0) return
    list.add(ids)
    await erase(ids)
    parts.erased([])
  }

  const removeFiles = async (): Promise<void> => {
    for (const { path } of db.all<{ path: string }>('SELECT path FROM erased_file')) {
      const [kind = '', name = ''] = path.split('/')
      if (kind === KEY_FILE) {
        keyFiles.destroy(name)
        db.run('DELETE FROM erased_file WHERE path = ?', [path])
        continue
      }
      // The same photograph may be another child's, too.
      const isNamed = isSweptKind(kind) && parts.named(kind).has(name)
      if (!isNamed) await rm(join(parts.media, path), { force: true })
      db.run('DELETE FROM erased_file WHERE path = ?', [path])
    }
  }

  /**
   * What reaches copies of the database that nobody can take back: the keys. Also such as this database does not know of, because it came
   * back from a copy that is older than they are.
   */
  let destroyedFor = -1
  const destroyKeys = async (): Promise<void> => {
    const gone = list.ids()
    if (destroyedFor === gone.size) return
    const known = new Set(db.all<{ id: string }>('SELECT id FROM child_key').map(({ id }) => id))
    for (const { id, childId } of keyFiles.all())
      if (gone.has(childId) && !known.has(id)) keyFiles.destroy(id)
    parts.rescue.keep()
    destroyedFor = gone.size
  }

  /** Until the server says that it knows nothing of the child, however often the program starts. */
  const tellServer = async (): Promise<void> => {
    const told = db.all<{ child: string; contacts: string }>(
      'SELECT child_user AS child, contact_users AS contacts FROM erased_at_server',
    )
    if (told.length === 0 || !parts.hasServer()) return
    for (const { child, contacts } of told) {
      if (!tries.isDue(LINE)) return
      if (!tries.isDue(child)) continue
      const answer = await line.askPlainly({
        method: 'POST',
        path: '/api/seat/erased',
        body: { child, contacts: JSON.parse(contacts) as string[] },
      })
      const failure = answer.ok ? undefined : answer.error
      if (failure?.at === 'away') return tries.failed(LINE, 'away')
      if (failure) tries.failed(child, failure.problem, failure.waitMs)
      else {
        db.run('DELETE FROM erased_at_server WHERE child_user = ?', [child])
        tries.done(child)
      }
    }
  }

  const safely = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error('An erasure goes on later', { error })
    }
  }

  let last: Promise<void> = Promise.resolve()
  const lookAfter = async (before: Promise<void>): Promise<void> => {
    await before
    for (const work of [eraseKnown, eraseDue, removeFiles, destroyKeys, tellServer]) await safely(work)
  }
  return { look: () => (last = lookAfter(last)) }
}
