import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
// Its form for Node declares a `require` of its own, which the bundle of a worker has already.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser'
import type { ReadableDb } from '../db/connection.ts'
import { openReadable } from '../db/open.ts'
import { pictureType } from '../media/picture-rules.ts'
import { codeOf } from '../kernel/storage-problem.ts'
import { csvOf, type Cell } from '../usage/csv-rules.ts'
import { copyPage, isFile, type CopyCell, type CopyFile, type CopyWords } from './copy-page.ts'
import { copyParts, type CopyPart } from './copy-parts.ts'

export interface CopyInput {
  /** The database, and the media folder. */
  readonly path: string
  readonly media: string
  /** An empty file that is written; nothing of the copy lies anywhere else. */
  readonly file: string
  /** The records that are the child. */
  readonly ids: readonly string[]
  readonly words: CopyWords
  /** Minutes east of UTC. */
  readonly offset: number
  /** Local day, YYYY-MM-DD. */
  readonly day: string
}

export interface CopyWatch {
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

const PIECE = 2 ** 20
/** A ZIP without its 64-bit form ends there. */
const MOST = 2 ** 32 - 2 ** 26

/**
 * Writes all that the room holds of a child into a ZIP: a page that opens by itself, a table file for each part, the media. Read
 * through a connection of its own and written piece by piece, in a thread. `stopped` where it was asked to, `too-large` over 4 GB.
 * Throws what the file system throws.
 */
export async function makeCopy(
  input: CopyInput,
  { onProgress, signal }: CopyWatch,
): Promise<'made' | 'stopped' | 'too-large'> {
  const db = openReadable(input.path)
  const file = openSync(input.file, 'w', 0o600)
  try {
    const parts = db.snapshot(() => copyParts.map((part) => readPart(db, part, input)))
    const pages = pagesOf(db, input.ids)
    const files = new Map(
      parts.flatMap(({ rows }) => rows.flatMap((row) => row.filter(isFile))).map((one) => [one.path, one]),
    )
    const sizes = new Map([...files.keys()].map((path) => [path, sizeOf(join(input.media, sourceOf(path)))]))
    const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    if (whole > MOST) return 'too-large'

    const zip = zipInto(file)
    const [called = null] = parts[0]?.rows[0] ?? []
    const name = typeof called === 'string' ? called : ''
    zip.text('index.html', copyPage(input.words, { name, day: input.day, pages }, parts))
    for (const part of parts)
      zip.text(`tables/${part.name}.csv`, [
        csvOf([
          part.columns.map((one) => input.words.columns[one] ?? one),
          ...part.rows.map((row) => row.map(plain)),
        ]),
      ])
    let done = 0
    for (const path of files.keys()) {
      const source = join(input.media, sourceOf(path))
      // Gone since the rows were read, or lost by a bad disk: the table says that there was one.
      if ((sizes.get(path) ?? 0) === 0) continue
      const entry = zip.file(path)
      for (const piece of piecesOf(source)) {
        if (signal.aborted) return 'stopped'
        entry(piece)
        done += piece.length
        onProgress(whole === 0 ? 1 : done / whole)
        await setImmediate()
      }
      entry(undefined)
    }
    if (signal.aborted) return 'stopped'
    zip.end()
    fsyncSync(file)
    onProgress(1)
    return 'made'
  } finally {
    closeSync(file)
    db.close()
  }
}

function zipInto(file: number) {
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at)
  })
  const encoder = new TextEncoder()
  return {
    text: (path: string, pieces: Iterable<string>): void => {
      const entry = new ZipDeflate(path, { level: 6 })
      zip.add(entry)
      for (const piece of pieces) entry.push(encoder.encode(piece), false)
      entry.push(new Uint8Array(), true)
    },
    file: (path: string) => {
      const entry = new ZipPassThrough(path)
      zip.add(entry)
      return (piece: Uint8Array | undefined): void =>
        entry.push(piece ?? new Uint8Array(), piece === undefined)
    },
    end: () => zip.end(),
  }
}

interface ReadPart {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CopyCell[])[]
  readonly total: number
}

function readPart(db: ReadableDb, { name, sql, columns }: CopyPart, input: CopyInput): ReadPart {
  const rows = db
    .all<Record<string, string | number | null>>(sql, { ids: JSON.stringify(input.ids) })
    .map((row) => Object.entries(columns).map(([column, kind]) => cellOf(row, column, kind, input)))
  return { name, columns: Object.keys(columns), rows, total: rows.length }
}

function cellOf(
  row: Readonly<Record<string, string | number | null>>,
  column: string,
  kind: CopyPart['columns'][string],
  { words, offset, media }: CopyInput,
): CopyCell {
  const value = row[column] ?? null
  if (value === null) return null
  switch (kind) {
    case 'text':
      return value
    case 'time':
      return new Date(Number(value) + offset * 60_000).toISOString().slice(0, 16).replace('T', ' ')
    case 'seconds':
      return Math.round(Number(value) / 1000)
    case 'minutes':
      return Math.round(Number(value) / 60_000)
    case 'yes':
      return value === 1 ? words.yes : words.no
    case 'relation':
      return words.words['relation']?.[value] ?? value
    case 'file':
      return fileOf(String(value), row['type'], media)
    default: {
      const group = kind.slice('word:'.length)
      return words.words[group]?.[value] ?? value
    }
  }
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'audio/webm': 'webm', 'video/webm': 'webm', 'audio/mp4': 'm4a',
  'video/mp4': 'mp4', 'audio/ogg': 'ogg', 'audio/mpeg': 'mp3',
} // prettier-ignore

/** `message/<hash>` of the media folder as `media/message-<hash>.mp4` of the copy. */
function fileOf(source: string, said: string | number | null | undefined, media: string): CopyFile {
  const type = typeof said === 'string' ? (said.split(';')[0] ?? said) : (typeOf(join(media, source)) ?? '')
  return { path: `media/${source.replace('/', '-')}.${endings[type] ?? 'bin'}`, type }
}

const sourceOf = (path: string): string =>
  path
    .replace(/^media\//, '')
    .replace(/[.]\w+$/, '')
    .replace('-', '/')

function typeOf(path: string): string | undefined {
  for (const head of piecesOf(path, 64)) return pictureType(head)
  return undefined
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}

function* piecesOf(path: string, size = PIECE): Generator<Uint8Array> {
  if (sizeOf(path) === 0) return
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.alloc(size)
      const read = readSync(file, piece)
      if (read === 0) return
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

const plain = (cell: CopyCell): Cell => (isFile(cell) ? cell.path : cell)

const pagesOf = (db: ReadableDb, ids: readonly string[]): number =>
  db.get<{ n: number }>(
    'SELECT count(*) AS n FROM diary_page WHERE child_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  )?.n ?? 0
