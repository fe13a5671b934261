import { createHash } from 'node:crypto'
import { createReadStream, lstatSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface Written {
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

export const streamOf = (path: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>

export const streamOfBytes = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })

/**
 * Writes a stream beside its place, on the disk, and gives it its name only then: a stick that is pulled out holds the whole file or none. Throws
 * what the file system throws, and stops where `signal` says so.
 */
export async function writeStream(
  path: string,
  content: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): Promise<Written> {
  const aside = `${path}.part`
  try {
    const file = await open(aside, 'w', 0o600)
    let written: Written
    try {
      written = await eachPiece(content, (piece) => file.writeFile(piece), signal)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
    return written
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw error
  }
}

export function gzip(): ReadableWritablePair<Uint8Array, Uint8Array> {
  const packer = createGzip({ level: 6 })
  return {
    readable: Readable.toWeb(packer) as ReadableStream<Uint8Array>,
    writable: new WritableStream<Uint8Array>({
      write: (piece) =>
        new Promise((resolve, reject) => {
          packer.write(piece, (error) => (error ? reject(error) : resolve()))
        }),
      close: () => void packer.end(),
      abort: () => void packer.destroy(),
    }),
  }
}

/** What lies there is not what was written. */
export class ReadBackDiffers extends Error {}

/** Reads a stream to its end and tells each piece; what it was, all together. */
export async function eachPiece(
  content: AsyncIterable<Uint8Array>,
  tell: (piece: Uint8Array) => Promise<unknown> | void = () => {},
  signal?: AbortSignal,
): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of content) {
    signal?.throwIfAborted()
    hash.update(piece)
    bytes += piece.length
    await tell(piece)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A plain file of this folder; a link leads elsewhere and is none. */
export function isPlainFile(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}
