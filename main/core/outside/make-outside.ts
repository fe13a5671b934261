import { createHmac } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { fileStamp } from '#core/backup/backup-rules.ts'
import { flush } from '#core/backup/files.ts'
import { inventory } from '#core/backup/verify.ts'
import { writeAside } from '#core/backup/write-aside.ts'
import type { Present } from '#core/kernel/clock.ts'
import type { JobWatch } from '#core/kernel/job-watch.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import type { OutsideProblem } from './outside-problem.ts'
import { lockStream } from './age.ts'
import { listsIn } from './found.ts'
import type { InsideList, OpenList } from './listing.ts'
import { whileWriting, type OpenStick, type StickProblem } from './stick-writer.ts'
import { eachPiece, gzip, ReadBackDiffers, streamOf, streamOfBytes, writeStream } from './stream-files.ts'

export interface OutsideInput {
  /** A verified copy of the database (`make-backup.ts`), which nobody writes. */
  readonly copy: string
  readonly media: string
  /** Folders below the media folder that are not whole yet, or made again. */
  readonly without: readonly string[]
  /** What the recovery paper opens, and who was erased: beside the backups and in none of them, so that the newest replaces them. */
  readonly rescue: string
  readonly erased: string
  /** How many were erased before the copy was made: whoever is erased while this runs is in the copy still. */
  readonly erasedThen: number
  /** The folder of this seat's backups, on the stick. */
  readonly folder: string
  readonly recipient: string
  /** Names what is locked, so that a name tells nothing. */
  readonly salt: string
  readonly now: Present
  readonly version: string
  readonly place: { readonly school: string; readonly room: string; readonly seat: number }
}

export interface Outside {
  readonly number: number
  /** Of all that belongs to it, and of what was written now; locked. */
  readonly bytes: number
  readonly newBytes: number
  readonly media: number
  readonly newMedia: number
}

/** So many stay; each holds everything, and what does not change lies there once. */
const KEPT = 4
/** Left free on the stick. */
const SPARE = 2 ** 20

/** Where `folder` lies on a stick of a Debian seat, the stick is opened for it and closed again. See `write`. */
export async function makeOutside(
  input: OutsideInput,
  watch: JobWatch,
): Promise<Result<Outside, OutsideProblem>> {
  const made = await whileWriting(dirname(input.folder), ({ forget }) => write(input, watch, forget))
  if (made.ok) return made
  return err(typeof made.error === 'string' ? { kind: made.error } : made.error)
}

/**
 * Writes a backup that only the key on paper opens: the database anew, media that are not there yet. Everything is written aside, brought to the
 * disk, named, and read back; the list that makes it a backup comes last. Meant for a thread.
 */
async function write(
  input: OutsideInput,
  { onProgress, signal }: JobWatch,
  forget: OpenStick['forget'],
): Promise<Result<Outside, OutsideProblem>> {
  const { folder, recipient } = input
  const begun: string[] = []
  try {
    await ownFolder(folder)
    await ownFolder(join(folder, 'objects'))
    sweepParts(folder)
    const before = listsIn(folder)
    const known = new Map(
      before.toReversed().flatMap(({ files }) => files.map((file) => [idOf(file.name), file] as const)),
    )
    const number = (before[0]?.number ?? 0) + 1
    const media = mediaOf(input)
    const lying = (id: string) => {
      const file = known.get(id)
      return file && lies(folder, file) ? file : undefined
    }
    const there = new Map(media.map(({ id }) => [id, lying(id)] as const))
    const fresh = media.filter(({ id }) => !there.get(id))
    const whole = fresh.reduce((sum, { plainBytes }) => sum + plainBytes, lstatSync(input.copy).size)
    if (!fits(folder, whole)) return err({ kind: 'disk-full' })

    let done = 0
    const files: OpenList['files'] = []
    const lay = async (name: string, content: ReadableStream<Uint8Array>) => {
      begun.push(name)
      const locked = await lockStream(recipient, content)
      const written = await writeStream(join(folder, name), locked, signal)
      files.push({ name, ...written })
      return written
    }
    const inside: InsideList['media'] = []
    for (const { path, id, plainBytes } of media) {
      const old = there.get(id)
      if (old) {
        files.push(old)
        inside.push({ path, name: old.name, bytes: plainBytes, sha256: old.sha256 })
        continue
      }
      // With its number: what an older list names is never written over.
      const name = `objects/${id.slice(0, 2)}/${id.slice(2)}-${number}.age`
      await ownFolder(dirname(join(folder, name)))
      const { sha256 } = await lay(name, streamOf(join(input.media, path)))
      inside.push({ path, name, bytes: plainBytes, sha256 })
      done += plainBytes
      onProgress(done / whole)
    }
    const stem = `${String(number).padStart(6, '0')}-${fileStamp(input.now.at)}`
    const database = `room-${stem}.sqlite.gz.age`
    const packed = streamOf(input.copy).pipeThrough(gzip())
    await lay(database, packed)
    const { rows, schema } = countsOf(input.copy)
    const list: InsideList = {
      format: 1,
      number,
      ...input.place,
      database: await eachPiece(streamOf(input.copy), undefined, signal),
      rows,
      media: inside,
    }
    const insideName = `inside-${stem}.json.age`
    await lay(insideName, streamOfBytes(Buffer.from(JSON.stringify(list))))
    await bring(forget)
    await readBack(folder, files.filter(({ name }) => begun.includes(name)), signal) // prettier-ignore
    await writeBeside(input)
    const open: OpenList = {
      format: 1,
      number,
      at: input.now.at,
      trusted: input.now.trusted,
      version: input.version,
      schema,
      recipient,
      erased: input.erasedThen,
      database,
      inside: insideName,
      files,
    }
    signal.throwIfAborted()
    const listName = `backup-${stem}.json`
    writeAside(join(folder, listName), JSON.stringify(open))
    flush(folder)
    begun.push(listName)
    await bring(forget)
    if (listsIn(folder)[0]?.number !== number) throw new ReadBackDiffers(listName)
    dropOld(folder, input.erasedThen)
    const sizes = new Map(files.map((file) => [file.name, file.bytes]))
    const sum = (names: readonly string[]) => names.reduce((all, name) => all + (sizes.get(name) ?? 0), 0)
    onProgress(1)
    return ok({
      number,
      bytes: sum([...sizes.keys()]),
      newBytes: sum(begun),
      media: media.length,
      newMedia: fresh.length,
    })
  } catch (error) {
    for (const name of begun)
      try {
        rmSync(join(folder, name), { force: true })
      } catch {
        // The stick is gone; what lies on it is no backup without its list, and is swept the next time.
      }
    return err(problemOf(error, signal))
  }
}

/** Never with what lies above it: where a stick was pulled out, a folder of its name on the seat's own disk would take the backup. */
async function ownFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function problemOf(error: unknown, signal: AbortSignal): OutsideProblem {
  if (signal.aborted) return { kind: 'stopped' }
  if (error instanceof ReadBackDiffers) return { kind: 'stick-bad' }
  if (error instanceof StickFailed) return { kind: error.kind }
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENODEV' || code === 'ENOTDIR' || code === 'ENXIO')
    return { kind: 'no-place' }
  const kind = storageProblem(error)
  if (kind) return { kind }
  throw error
}

class StickFailed extends Error {
  readonly kind: StickProblem
  constructor(kind: StickProblem) {
    super(kind)
    this.kind = kind
  }
}

async function bring(forget: OpenStick['forget']): Promise<void> {
  const forgotten = await forget?.()
  if (forgotten && !forgotten.ok) throw new StickFailed(forgotten.error)
}

/** What a cheap stick swallowed without keeping it shows here, where the system could be told to forget; elsewhere it may answer from memory. */
async function readBack(folder: string, files: OpenList['files'], signal: AbortSignal): Promise<void> {
  for (const { name, bytes, sha256 } of files) {
    const read = await eachPiece(streamOf(join(folder, name)), undefined, signal)
    if (read.bytes !== bytes || read.sha256 !== sha256) throw new ReadBackDiffers(name)
  }
}

interface Medium {
  readonly path: string
  readonly id: string
  readonly plainBytes: number
}

function mediaOf({ media, without, salt }: OutsideInput): readonly Medium[] {
  const left = new Set(without)
  const below = (folder: string): readonly Medium[] =>
    !existsSync(folder) || left.has(folder)
      ? []
      : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
          const source = join(folder, entry.name)
          if (entry.isDirectory()) return below(source)
          if (!entry.isFile() || !/^[\w-]+(\.[\w-]+)*$/.test(entry.name)) return []
          const { size, mtimeMs } = lstatSync(source)
          const path = relative(media, source).replaceAll('\\', '/')
          // One that grew is another one. Its own content is not asked: that would read all media each time.
          const id = createHmac('sha256', salt).update(`${path}/${size}/${mtimeMs}`).digest('hex')
          return [{ path, plainBytes: size, id: id.slice(0, 40) }]
        })
  return below(media)
}

const idOf = (name: string): string => /^objects\/(..)\/([0-9a-f]{38})-/.exec(name)?.slice(1).join('') ?? name

const lies = (folder: string, { name, bytes }: OpenList['files'][number]): boolean => {
  try {
    return lstatSync(join(folder, name)).size === bytes
  } catch {
    return false
  }
}

function fits(folder: string, need: number): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= need + SPARE
}

function countsOf(copy: string) {
  const raw = new BetterSqlite3(copy, { readonly: true, fileMustExist: true })
  try {
    return inventory(raw)
  } finally {
    raw.close()
  }
}

/** Files of one name: the newest holds for all backups of the folder, so that who is erased is in none of them. */
async function writeBeside({ folder, recipient, rescue, erased }: OutsideInput): Promise<void> {
  for (const [path, name] of [
    [rescue, 'diaries.keys.age'],
    [erased, 'erased.json.age'],
  ] as const)
    // prettier-ignore
    if (existsSync(path))
      await writeStream(join(folder, name), await lockStream(recipient, streamOf(path)))
}

/** Backups that hold somebody who was erased since, and all but the newest few; then what no list names. */
function dropOld(folder: string, erased: number): void {
  const lists = listsIn(folder)
  const kept = lists.filter((list, rank) => rank < KEPT && list.erased >= erased)
  for (const { file } of lists.filter((list) => !kept.includes(list)))
    rmSync(join(folder, file), { force: true })
  const named = new Set(kept.flatMap(({ files }) => files.map(({ name }) => name)))
  const sweep = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) sweep(name)
      else if (/^(room|inside)-|^objects\//.test(name) && !named.has(name))
        rmSync(join(folder, name), { force: true })
    }
  }
  sweep('')
}

function sweepParts(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true })
}
