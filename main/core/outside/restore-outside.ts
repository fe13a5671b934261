import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { flush } from '#core/backup/files.ts'
import { startNewLog } from '#core/backup/restore.ts'
import { copyFault } from '#core/backup/verify.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { newId } from '#core/kernel/ids.ts'
import type { JobWatch } from '#core/kernel/job-watch.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import { openStream, WrongKey } from './age.ts'
import { listsIn, type FoundList } from './found.ts'
import { identityOf } from './identity.ts'
import { insideList, type InsideList } from './listing.ts'
import type { OutsideProblem } from './outside-problem.ts'
import { isPlainFile } from './stream-files.ts'

export interface RestoreInput {
  /** Where the backups of a seat lie. */
  readonly folder: string
  readonly number: number
  readonly key: Uint8Array
  /** The folder of a room that is not there yet. */
  readonly into: string
  /** Only tries: media are opened and counted, nothing is kept. */
  readonly isTrial: boolean
}

export interface BroughtBack {
  readonly number: number
  readonly at: number
  readonly school: string
  readonly room: string
  readonly seat: number
  /** Table to how many rows it holds, as it was written and as it came back: they are the same, or it is `damaged`. */
  readonly rows: Readonly<Record<string, number>>
  readonly media: number
  readonly bytes: number
}

/**
 * Brings a backup back into an empty folder, and believes nothing of it before it was opened, counted and read. A trial does the same and keeps
 * nothing. Meant for a thread.
 */
export async function restoreOutside(
  input: RestoreInput,
  { onProgress, signal }: JobWatch,
): Promise<Result<BroughtBack, OutsideProblem>> {
  const { folder, into, isTrial } = input
  if (existsSync(into)) rmSync(into, { recursive: true })
  try {
    const list = listsIn(folder).find(({ number }) => number === input.number)
    if (!list) return err({ kind: 'no-place' })
    if (list.schema > migrations.length) return err({ kind: 'newer' })
    mkdirSync(into, { recursive: true, mode: 0o700 })
    const reading = { folder, identity: identityOf(input.key), list, signal }
    const inside = await readInside(reading)
    const files = roomFiles(into)
    const sum = inside.media.reduce((all, { bytes }) => all + bytes, inside.database.bytes)
    if (!fits(into, isTrial ? inside.database.bytes : sum)) throw new Full()
    let done = 0
    const tell = (bytes: number): void => onProgress((done += bytes) / Math.max(1, sum))

    const database = await unlock(reading, list.database, { unpack: true, into: files.database })
    if (database.sha256 !== inside.database.sha256) throw new Damaged(list.database)
    if (copyFault(files.database, { schema: list.schema, rows: inside.rows }) !== undefined)
      throw new Damaged(list.database)
    tell(inside.database.bytes)
    for (const { path, name, bytes, sha256 } of inside.media) {
      const place = isTrial ? undefined : join(files.media, path)
      if (place) mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
      const came = await unlock(reading, name, { into: place, locked: sha256 })
      if (came.bytes !== bytes) throw new Damaged(name)
      tell(bytes)
    }
    if (!isTrial) {
      await besides(reading, files)
      // Others know positions of the log as it went on after the backup.
      startNewLog(files.database, newId)
      flush(files.database)
      flush(into)
    }
    const { number, school, room, seat, rows } = inside
    return ok({ number, at: list.at, school, room, seat, rows, media: inside.media.length, bytes: sum })
  } catch (error) {
    rmSync(into, { recursive: true, force: true })
    return err(problemOf(error, signal))
  } finally {
    if (isTrial) rmSync(into, { recursive: true, force: true })
  }
}

class Full extends Error {}
class Damaged extends Error {
  readonly file: string
  constructor(file: string) {
    super(file)
    this.file = file
  }
}

function problemOf(error: unknown, signal: AbortSignal): OutsideProblem {
  if (signal.aborted) return { kind: 'stopped' }
  if (error instanceof WrongKey) return { kind: 'wrong-key' }
  if (error instanceof Full) return { kind: 'disk-full' }
  if (error instanceof Damaged) return { kind: 'damaged', file: error.file }
  const kind = storageProblem(error)
  if (kind) return { kind }
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENODEV') return { kind: 'no-place' }
  throw error
}

interface Reading {
  readonly folder: string
  readonly identity: string
  readonly list: FoundList
  readonly signal: AbortSignal
}

async function readInside(reading: Reading): Promise<InsideList> {
  const pieces: Uint8Array[] = []
  await unlock(reading, reading.list.inside, { tell: (piece) => pieces.push(piece) })
  const text = Buffer.concat(pieces).toString('utf8')
  const read = insideList.safeParse(parsed(text))
  if (!read.success || read.data.number !== reading.list.number) throw new Damaged(reading.list.inside)
  return read.data
}

interface Way {
  readonly unpack?: boolean
  readonly into?: string | undefined
  /** SHA-256 of the file as it must lie there. */
  readonly locked?: string
  readonly tell?: (piece: Uint8Array) => void
}

/** Opens one file of a backup; `Damaged` where it is not there, no plain file, cut or changed. What came out: bytes and SHA-256. */
async function unlock({ folder, identity, signal }: Reading, name: string, way: Way) {
  const path = join(folder, name)
  if (!isPlainFile(path)) throw new Damaged(name)
  const lockedHash = createHash('sha256')
  const plainHash = createHash('sha256')
  let bytes = 0
  // A stream that fails fails its whole way: what stands behind it would else wait for ever.
  const source = createReadStream(path).on('data', (piece) => lockedHash.update(piece))
  const count = new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      plainHash.update(piece)
      bytes += piece.length
      way.tell?.(piece)
      next(null, way.into === undefined ? undefined : piece)
    },
  })
  try {
    const opened = Readable.fromWeb(
      (await openStream(identity, Readable.toWeb(source) as ReadableStream<Uint8Array>)) as never,
    )
    const steps = [
      opened,
      ...(way.unpack ? [createGunzip()] : []),
      count,
      ...(way.into === undefined ? [] : [createWriteStream(way.into, { mode: 0o600, flush: true })]),
    ]
    if (way.into === undefined) count.resume()
    await pipeline(steps, { signal })
  } catch (error) {
    source.destroy()
    if (error instanceof WrongKey || signal.aborted || storageProblem(error) || codeOf(error) === 'ENODEV')
      throw error
    throw new Damaged(name)
  }
  if (way.locked !== undefined && lockedHash.digest('hex') !== way.locked) throw new Damaged(name)
  return { bytes, sha256: plainHash.digest('hex') }
}

/** What lies beside the backups under one name; a room that kept none has none. */
async function besides(reading: Reading, files: ReturnType<typeof roomFiles>): Promise<void> {
  mkdirSync(dirname(files.rescue), { recursive: true, mode: 0o700 })
  for (const [name, into] of [
    ['diaries.keys.age', files.rescue],
    ['erased.json.age', files.erased],
  ] as const)
    // prettier-ignore
    if (existsSync(join(reading.folder, name))) await unlock(reading, name, { into })
}

function fits(folder: string, need: number): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > need * 1.1 + 50 * 2 ** 20
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
