import { createHash, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type {
  BackupsLook,
  Counts,
  FoundBackup,
  KeySheet,
  MadeBackup,
  TriedRestore,
} from '#contract/backups.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { ReadableDb } from '#core/db/connection.ts'
import { readMeta, writeMeta } from '#core/db/meta.ts'
import { onStick, type FilesService } from '#core/files/service.ts'
import type { OutsideReading } from '#core/health/readings.ts'
import type { RoomFiles } from '#core/house/room-files.ts'
import type { RunJob } from '#core/house/run-job.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { erasedList } from '#core/rights/erased-list.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { backupFoldersIn, listsIn } from './found.ts'
import { identityOf } from './identity.ts'
import { KEY_BYTES, keyOf, papersOf } from './paper-key.ts'
import { lineRefusal, refusalOf } from './outside-refusals.ts'
import type { BroughtBack } from './restore-outside.ts'

export interface OutsideParts {
  readonly files: RoomFiles
  readonly places: FilesService
  readonly runJob: RunJob
  /** A verified copy of the database as it is now; undefined where none could be made. */
  readonly copy: () => Promise<string | undefined>
  readonly room: () => { readonly school: string; readonly room: string; readonly seat: number }
  readonly version: string
}

/** Which backup, where. */
export interface Which {
  readonly place: string
  readonly folder: string
  readonly number: number
}
export type Typed = readonly (readonly string[])[]

/** Backups that leave the seat, locked for the key on paper (T5). The seat itself can lock and not open. */
export interface OutsideService {
  look(): BackupsLook
  makeKey(isSplit: boolean): readonly KeySheet[]
  confirmKey(typed: Typed): Promise<Result<void, Refusal>>
  make(placeId: string): Promise<Result<MadeBackup, Refusal>>
  stop(): void
  found(): Promise<readonly FoundBackup[]>
  tryOut(which: Which, typed: Typed): Promise<Result<TriedRestore, Refusal>>
  /** Brings one back into a folder for a room. */
  restoreInto(into: string, which: Which, typed: Typed): Promise<Result<void, Refusal>>
  /**
   * Writes one by itself where a stick that has ours is in, a day after the last, or at once where somebody was erased since. Only by a clock
   * that is believed.
   */
  makeWhenDue(): Promise<void>
}

const time = { at: z.number(), trusted: z.boolean(), number: z.number() }
const kept = z.object({
  recipient: z.string(),
  salt: z.string(),
  isSplit: z.boolean(),
  madeAt: z.number(),
  made: z.array(z.object({ ...time, place: z.string(), bytes: z.number(), newBytes: z.number() })),
  tried: z
    .object({
      ...time,
      came: z.object({
        children: z.number(),
        calls: z.number(),
        messages: z.number(),
        diaryPages: z.number(),
        files: z.number(),
      }),
    })
    .nullable(),
})
type Kept = z.infer<typeof kept>

const SHOWN = 30
const DUE = 20 * 3_600_000

const keptOutside = (text: string | undefined): Kept | undefined =>
  text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data

/** What the lamps tell of it. */
export function outsideReading(db: ReadableDb): OutsideReading {
  const known = keptOutside(readMeta(db, 'backups-outside'))
  return {
    hasKey: known !== undefined,
    madeAt: known?.made[0]?.at ?? null,
    place: known?.made[0]?.place ?? '',
    triedAt: known?.tried?.at ?? null,
  }
}

export function createOutside(ground: Ground, parts: OutsideParts): OutsideService {
  const { db, clock, log, seat } = ground
  const known = (): Kept | undefined => keptOutside(readMeta(db, 'backups-outside'))
  const keep = (next: Kept): void => writeMeta(db, 'backups-outside', JSON.stringify(next))
  let pending: { readonly key: Uint8Array; readonly isSplit: boolean } | undefined
  let running: { share: number; readonly stop: AbortController } | undefined
  const trial = join(parts.files.folder, '.restore-trial')
  // A trial takes its copy away when it ends; one that a power cut ended left the room of then in the clear.
  rmSync(trial, { recursive: true, force: true })

  /** One at a time: two would write the same stick. */
  const alone = async <T>(
    work: (stop: AbortSignal) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> => {
    if (running) return err(refuse('backup-busy'))
    const stop = new AbortController()
    running = { share: 0, stop }
    try {
      return await work(stop.signal)
    } finally {
      running = undefined
    }
  }
  const onProgress = (share: number): void => {
    if (running) running.share = share
  }

  /** One for each seat of a room, whatever stick it lies on. */
  const folderName = (recipient: string): string =>
    `happy-home-backup-${createHash('sha256').update(`${recipient}/${seat}`).digest('hex').slice(0, 8)}`

  const make = (placeId: string): Promise<Result<MadeBackup, Refusal>> =>
    alone(async (signal) => {
      const before = known()
      if (!before) return err(refuse('no-backup-key'))
      const erasedThen = erasedList(parts.files.erased).ids().size
      const [base, copy] = [await parts.places.folderOf(placeId), await parts.copy()]
      if (base === undefined) return err(refuse('no-place'))
      if (copy === undefined) return err(refuse('disk-full'))
      const { files } = parts
      const now = clock.now()
      const made = await parts.runJob(
        'outsideBackup',
        {
          copy,
          media: files.media,
          without: [files.messageParts],
          rescue: files.rescue,
          erased: files.erased,
          erasedThen,
          folder: join(base, folderName(before.recipient)),
          recipient: before.recipient,
          salt: before.salt,
          now,
          version: parts.version,
          place: parts.room(),
        },
        { onProgress, signal },
      )
      if (!made.ok) {
        const { kind } = made.error
        log.warn('No backup was written outside', { why: kind })
        const isStick = (await parts.places.readable()).find(({ id }) => id === placeId)?.kind === 'usb'
        const refusal = refusalOf(made.error)
        return err(isStick ? refuse(onStick('usb', refusal.code)) : refusal)
      }
      const { number, bytes, newBytes } = made.value
      const places = await parts.places.places()
      const place = places.find(({ id }) => id === placeId)?.name ?? ''
      const one: MadeBackup = { number, ...now, place, bytes, newBytes }
      const since = known() ?? before
      keep({ ...since, made: [one, ...since.made].slice(0, SHOWN) })
      log.info('A backup was written outside', { number, bytes, newBytes })
      return ok(one)
    })

  const bringBack = (
    { place, folder, number }: Which,
    typed: Typed,
    { into, isTrial }: { readonly into: string; readonly isTrial: boolean },
  ): Promise<Result<BroughtBack, Refusal>> =>
    alone(async (signal) => {
      const key = keyOf(typed)
      if (!key.ok) return err(lineRefusal(key.error))
      const base = await parts.places.folderOf(place)
      if (base === undefined) return err(refuse('no-place'))
      const input = { folder: join(base, folder), number, key: key.value, into, isTrial }
      const came = await parts.runJob('outsideRestore', input, { onProgress, signal })
      key.value.fill(0)
      if (came.ok) return came
      log.warn('A backup did not come back', { why: came.error.kind, isTrial })
      return err(refusalOf(came.error))
    })

  return {
    look: () => {
      const now = known()
      return {
        key: now ? { madeAt: now.madeAt, isSplit: now.isSplit } : null,
        made: now?.made ?? [],
        tried: now?.tried ?? null,
        running: running?.share ?? null,
      }
    },
    makeKey: (isSplit) => {
      pending?.key.fill(0)
      const key = new Uint8Array(randomBytes(KEY_BYTES))
      pending = { key, isSplit }
      return papersOf(key, isSplit).map(({ kind, lines }) => ({
        kind,
        lines,
        code: kind === 'whole' ? identityOf(key) : lines.join('\n'),
      }))
    },
    confirmKey: async (typed) => {
      const key = keyOf(typed)
      if (!key.ok) return err(lineRefusal(key.error))
      if (!pending || !Buffer.from(key.value).equals(pending.key)) return err(refuse('backup-wrong-key'))
      const { isSplit } = pending
      const { recipientOf } = await import('./age.ts')
      const recipient = await recipientOf(pending.key)
      pending.key.fill(0)
      pending = undefined
      const salt = randomBytes(32).toString('hex')
      // What the old paper opens is not ours any more: the lists begin anew with the key.
      keep({ recipient, salt, isSplit, madeAt: clock.now().at, made: [], tried: null })
      return ok(undefined)
    },
    make,
    stop: () => running?.stop.abort(),
    found: async () => {
      const places = await parts.places.places()
      const found = await Promise.all(
        places.map(async ({ id, name }) => {
          const base = await parts.places.folderOf(id)
          return base === undefined ? [] : foundIn(base, { place: id, placeName: name })
        }),
      )
      return found.flat()
    },
    tryOut: async (which, typed) => {
      const came = await bringBack(which, typed, { into: trial, isTrial: true })
      if (!came.ok) return came
      const tried: TriedRestore = { number: which.number, ...clock.now(), came: countsOf(came.value) }
      const now = known()
      if (now) keep({ ...now, tried })
      return ok(tried)
    },
    restoreInto: async (into, which, typed) => {
      const came = await bringBack(which, typed, { into, isTrial: false })
      return came.ok ? ok(undefined) : came
    },
    makeWhenDue: async () => {
      const now = known()
      if (!now || !clock.trusted() || running) return
      const last = now.made[0]
      const isFresh = last !== undefined && clock.now().at - last.at < DUE
      const erased = erasedList(parts.files.erased).ids().size
      for (const { id, kind } of await parts.places.places()) {
        const base = kind === 'usb' ? await parts.places.folderOf(id) : undefined
        // Only where somebody has put one by hand: no other stick gets anything.
        const [newest] = base === undefined ? [] : listsIn(join(base, folderName(now.recipient)))
        // Who was erased goes from a stick as soon as it is in.
        if (!newest || (isFresh && newest.erased >= erased)) continue
        await make(id)
        return
      }
    },
  }
}

function foundIn(base: string, where: Pick<FoundBackup, 'place' | 'placeName'>): readonly FoundBackup[] {
  return backupFoldersIn(base).flatMap((folder) =>
    listsIn(folder).map(({ number, at, trusted, files }) => ({
      ...where,
      folder: basename(folder),
      number,
      at,
      trusted,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    })),
  )
}

const countsOf = ({ rows, media }: BroughtBack): Counts => ({
  children: rows['child'] ?? 0,
  calls: rows['call_log'] ?? 0,
  messages: rows['message'] ?? 0,
  diaryPages: rows['diary_page'] ?? 0,
  files: media,
})
