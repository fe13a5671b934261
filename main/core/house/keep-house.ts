import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupsIn, dropBefore } from '#core/backup/files.ts'
import { dropMeta, readMeta } from '#core/db/meta.ts'
import { forgetOldLooks } from '#core/rights/old-looks.ts'
import type { Ground } from '#core/kernel/ground.ts'
import type { InTurn } from '#core/kernel/in-turn.ts'
import { statfs } from 'node:fs/promises'
import { dropFormer } from './move-in.ts'
import type { Redating } from './redating.ts'
import type { RoomFiles } from './room-files.ts'
import type { RunJob } from './run-job.ts'
import type { Services } from './services.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Less free than this and staff are told: two hours of a whole school's drawings. */
const LOW_DISK = 500 * 2 ** 20
/** Pictures that no row names, and who looked years ago, are swept out this often while the room is open. */
const SWEEP = 20 * 60 * MINUTE
/** So long may a last backup take before the machine is let go. */
const LAST_BACKUP = 4 * SECOND

export interface KeepParts {
  readonly files: RoomFiles
  readonly runJob: RunJob
  readonly redating: Redating
  /** Two backups at once in a folder would sweep each other's half-made copy away. */
  readonly inTurn: InTurn
}

/** What goes on by itself while a room is open: heartbeats, locks, backups; and how all of it ends. */
export function keepHouse(
  ground: Ground,
  services: Services,
  { files, runJob, redating, inTurn }: KeepParts,
): { readonly close: () => Promise<void> } {
  const { clock, log, db } = ground
  const {
    calls,
    contacts,
    erasures,
    escrow,
    feelings,
    health,
    messages,
    openings,
    outside,
    rescue,
    room,
    staff,
    sessions,
    diary,
    diaryMedia,
    keys,
    sweepMedia,
    talks,
    updates,
  } = services

  const safely = (what: string, work: () => void) => () => {
    try {
      work()
    } catch (error) {
      // A full disk must not end the room: the next beat tries again.
      log.warn(`${what} failed`, { error })
    }
  }

  const hourly = new AbortController()
  const backup = (signal: AbortSignal): Promise<void> =>
    inTurn(() => backUp(signal)).catch((error: unknown) =>
      log.error('Backups cannot be looked at', { error }),
    )

  const backUp = async (signal: AbortSignal): Promise<void> => {
    const input = { path: files.database, folder: files.backups, certain: clock.certain() }
    // A copy that was begun before an erasure holds what was erased, though it ends after it.
    const [wasPlain, wasErased] = [readMeta(db, 'plain-backups'), readMeta(db, 'erased-copies')]
    rescue.keep()
    try {
      const made = await runJob('backup', input, { signal })
      if (made.ok) {
        if (wasPlain !== undefined) {
          dropBefore(files.backups, made.value)
          dropMeta(db, 'plain-backups')
        }
        if (wasErased !== undefined) {
          dropBefore(files.backups, made.value)
          dropSetAside(files)
          dropMeta(db, 'erased-copies')
        }
        lookAtRecord()
        return room.clearNotice('backup-failed')
      }
      // The one at the end follows at once.
      if (made.error.kind === 'stopped' && signal === hourly.signal) return
      log.warn('No backup was made', { problem: made.error })
    } catch (error) {
      log.error('No backup was made', { error })
    }
    room.addNotice('backup-failed', daysSince(backupsIn(files.backups)[0]?.at, clock.now().at))
  }

  /** Staff who never look at the record hear of it, too. */
  const lookAtRecord = safely('Looking at the record of openings', () => {
    if (openings.record.check().whole) return room.clearNotice('openings-changed')
    log.error('The record of emergency openings is not as it was written')
    room.addNotice('openings-changed')
  })

  let believed = true
  const lookAtClock = (): void => {
    safely('Dating anew', () => redating.look())()
    const trusted = clock.trusted()
    if (trusted === believed) return
    believed = trusted
    if (trusted) room.clearNotice('clock-untrusted')
    else room.addNotice('clock-untrusted')
  }

  let sweptAt = -Infinity
  const sweepDaily = async (): Promise<void> => {
    if (clock.monotonic() - sweptAt < SWEEP) return
    sweptAt = clock.monotonic()
    safely('Forgetting who looked', () => {
      const old = forgetOldLooks(ground)
      if (old) log.info('Who looked three years ago is forgotten', { old })
    })()
    const gone = await sweepMedia().catch((error: unknown) => log.warn('Pictures were not swept', { error }))
    if (gone) log.info('Pictures that no row names were swept out', { gone })
  }

  const backUpOutside = (): Promise<void> =>
    outside.makeWhenDue().catch((error: unknown) => log.warn('No backup went outside', { error }))

  let readWholeAt = -Infinity
  const lookAtHealth = async (): Promise<void> => {
    const whole = clock.monotonic() - readWholeAt >= SWEEP
    if (whole) readWholeAt = clock.monotonic()
    await health.check(whole).catch((error: unknown) => log.warn('Nobody looked at the lamps', { error }))
  }

  const look = async (): Promise<void> => {
    const disk = await statfs(files.folder).catch(() => undefined)
    if (disk && disk.bavail * disk.bsize < LOW_DISK) room.addNotice('disk-low')
    else room.clearNotice('disk-low')
  }

  const running = new Set<Promise<void>>()
  const follow = (work: Promise<void>): void => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  const settleDiary = (): void => {
    safely('Settling the diary', () => diary.settle())()
    keys.forget()
    follow(settleMedia())
  }
  // A voice that was being recorded, a photograph that was being looked at.
  const settleMedia = async (): Promise<void> => {
    try {
      await diaryMedia.settle((childId, page, step) => diary.putKept(childId, page, step))
    } catch (error) {
      log.error('What was left in hand could not be put on its page', { error })
    }
    safely('Settling the diary', () => diary.settle())()
    keys.forget()
  }

  // One timer for the next thing that happens by itself in a turn; it stands still while nobody sits there.
  let next: NodeJS.Timeout | undefined
  const plan = (): void => {
    clearTimeout(next)
    const wait = sessions.nextDueMs()
    if (wait === null) return
    next = setTimeout(
      () => {
        safely('The next phase', () => sessions.due())()
        plan()
      },
      Math.max(SECOND, wait),
    )
  }
  sessions.onChange((now) => {
    plan()
    if (now) return
    settleDiary()
  })
  settleDiary()
  if (sessions.cutSessions > 0) room.addNotice('session-cut', { count: sessions.cutSessions })

  const timers = [
    setInterval(() => {
      sessions.beat()
      lookAtClock()
    }, 10 * SECOND),
    setInterval(
      safely('The idle lock', () => staff.tick()),
      5 * SECOND,
    ),
    setInterval(
      safely('An opening', () => openings.tick()),
      5 * SECOND,
    ),
    setInterval(
      safely('Looking after a call', () => calls.tick()),
      5 * SECOND,
    ),
    setInterval(
      safely('The post', () => messages.tick()),
      5 * SECOND,
    ),
    setInterval(
      safely('Updates', () => updates.tick()),
      20 * SECOND,
    ),
    setInterval(
      safely('Wishes to talk', () => talks.tick()),
      MINUTE,
    ),
    setInterval(
      safely('Forgetting feelings', () => feelings.sweep()),
      10 * MINUTE,
    ),
    setInterval(() => {
      follow(look())
      contacts.publishing.soon()
    }, 10 * MINUTE),
    setInterval(
      () => follow(backup(hourly.signal).then(sweepDaily).then(backUpOutside).then(lookAtHealth)),
      60 * MINUTE,
    ),
  ]
  // Who is erased goes from backups, too, and at once.
  const eraseDue = async (): Promise<void> => {
    // In turn with the backups: one that is under way would keep the journal from being emptied.
    await inTurn(() => erasures.look())
    if (readMeta(db, 'erased-copies') !== undefined) await backup(hourly.signal)
    if (rescue.paperIsOld()) room.addNotice('paper-old')
    else room.clearNotice('paper-old')
  }
  timers.push(setInterval(() => follow(eraseDue()), MINUTE))
  follow(eraseDue())
  lookAtClock()
  safely('Wishes to talk', () => talks.tick())()
  safely('Forgetting feelings', () => feelings.sweep())()
  follow(look())
  lookAtRecord()
  escrow.renewSoon()
  // What an older version left readable does not wait for the hour.
  follow(
    diary
      .sealPlainThumbnails()
      .catch((error: unknown) => log.error('Pictures of pages still lie readable', { error })),
  )
  if (readMeta(db, 'plain-backups') !== undefined) follow(backup(hourly.signal))

  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    clearTimeout(next)
    calls.close()
    safely('Ending the session', () => void sessions.end('closed'))()
    clearTimeout(next)
    await messages.settled()
    await escrow.settled()
    safely('Signing out', () => staff.signedIn.leave())()
    hourly.abort()
    await backup(AbortSignal.timeout(LAST_BACKUP))
    await Promise.allSettled(running)
    safely('Closing the database', () => db.close())()
  }
  return { close: () => (closing ??= end()) }
}

/** What a backup took the place of, damaged databases and whole rooms: they hold what was erased since. */
function dropSetAside({ folder, database }: RoomFiles): void {
  for (const name of readdirSync(folder))
    if (['damaged', 'newer'].some((why) => join(folder, name).startsWith(`${database}.${why}-`)))
      rmSync(join(folder, name), { force: true })
  dropFormer(folder)
}

function daysSince(at: number | undefined, now: number): Readonly<Record<string, number>> {
  return at === undefined ? {} : { days: Math.max(0, Math.floor((now - at) / (24 * 60 * MINUTE))) }
}
