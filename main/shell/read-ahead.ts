import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ahead = new Map<string, Promise<Buffer>>()

function begin(path: string): Promise<Buffer> {
  const read = readFile(path)
  ahead.set(path, read)
  return read
}

/**
 * Reads a page and the files that it names, while Chromium starts: a spinning disk takes as long over thirty files as
 * everything else takes together. Never rejects: whoever asks for a file hears that it cannot be read.
 */
export async function readAhead(pages: string, page: string): Promise<void> {
  const html = await begin(join(pages, page)).catch(() => undefined)
  const named = html?.toString('utf8').matchAll(/(?:src|href)="([^":#]+)"/g) ?? []
  await Promise.allSettled(Array.from(named, ([, file = '']) => begin(join(pages, page, '..', file))))
}

/** A file of a page: what was read ahead, once, or what the disk says. */
export function readPageFile(path: string): Promise<Buffer> {
  const read = ahead.get(path) ?? readFile(path)
  ahead.delete(path)
  return read
}
