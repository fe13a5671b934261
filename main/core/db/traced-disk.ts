import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One call of a traced process, as the disk sees it; `said` is what it wrote to its own output. */
export type DiskCall =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  | { readonly kind: 'flush'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string }

export const canTrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0

/** Runs a Node script and gives what its main thread (where SQLite works) did to the disk, in order. Throws when it fails. */
export function traceDisk(args: readonly string[], traceFile: string): DiskCall[] {
  const calls = 'trace=write,pwrite64,ftruncate,fsync,fdatasync,unlink'
  const options = ['-y', '-xx', '-s', '70000', '-e', calls, '-o', traceFile]
  const run = spawnSync('strace', [...options, process.execPath, ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return readFileSync(traceFile, 'latin1')
    .split('\n')
    .map(readCall)
    .filter((call) => call !== undefined)
}

function readCall(line: string): DiskCall | undefined {
  const written = /^pwrite64\(\d+<([^>]*)>, "([^"]*)", \d+, (\d+)\) = \d+$/.exec(line)
  if (written)
    return { kind: 'write', path: plain(written[1]), bytes: bytesOf(written[2]), at: Number(written[3]) }
  const said = /^write\(1<[^>]*>, "([^"]*)"/.exec(line)
  if (said) return { kind: 'said', text: bytesOf(said[1]).toString().trim() }
  const flushed = /^f(?:data)?sync\(\d+<([^>]*)>\) += 0/.exec(line)
  if (flushed) return { kind: 'flush', path: plain(flushed[1]) }
  const cut = /^ftruncate\(\d+<([^>]*)>, (\d+)\) = 0/.exec(line)
  if (cut) return { kind: 'cut', path: plain(cut[1]), length: Number(cut[2]) }
  const unlinked = /^unlink\("([^"]*)"\) = 0/.exec(line)
  return unlinked ? { kind: 'unlink', path: plain(unlinked[1]) } : undefined
}

// With -xx paths are in hex like all strings, on some versions only where they are arguments.
const plain = (text = ''): string => (text.startsWith('\\x') ? bytesOf(text).toString() : text)
const bytesOf = (hex = ''): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** A disk that keeps what was flushed, and of the rest what chance keeps, sector by sector. */
export class CuttableDisk {
  readonly #files = new Map<string, { flushed: Buffer; pending: DiskCall[] }>()

  take(call: DiskCall): void {
    if (call.kind === 'said') return
    if (call.kind === 'flush') {
      // A flushed folder remembers which of its names are gone.
      for (const path of this.#files.keys()) if (dirname(path) === call.path) this.#forgetUnlinked(path)
    }
    const file = this.#files.get(call.path) ?? { flushed: Buffer.alloc(0), pending: [] }
    this.#files.set(call.path, file)
    if (call.kind !== 'flush') file.pending.push(call)
    else {
      for (const one of file.pending) file.flushed = apply(file.flushed, one, () => true) ?? Buffer.alloc(0)
      file.pending = []
    }
  }

  #forgetUnlinked(path: string): void {
    const pending = this.#files.get(path)?.pending ?? []
    const last = pending.findLastIndex(({ kind }) => kind === 'unlink')
    if (last === -1) return
    const after = pending.slice(last + 1)
    if (after.length === 0) this.#files.delete(path)
    else this.#files.set(path, { flushed: Buffer.alloc(0), pending: after })
  }

  /** The files as they are found after the power comes back; `kept` decides for each sector that was not flushed. */
  afterCut(kept: () => boolean): Map<string, Buffer> {
    const found = new Map<string, Buffer>()
    for (const [path, { flushed, pending }] of this.#files) {
      let bytes: Buffer | undefined = flushed
      for (const call of pending) bytes = apply(bytes ?? Buffer.alloc(0), call, kept)
      if (bytes) found.set(path, bytes)
    }
    return found
  }
}

const SECTOR = 512

function apply(before: Buffer, call: DiskCall, kept: () => boolean): Buffer | undefined {
  if (call.kind === 'unlink') return kept() ? undefined : before
  if (call.kind === 'cut') return kept() ? resized(before, call.length) : before
  if (call.kind !== 'write') return before
  let after = before
  for (let from = 0; from < call.bytes.length; from += SECTOR) {
    if (!kept()) continue
    const sector = call.bytes.subarray(from, from + SECTOR)
    const at = call.at + from
    after =
      after.length < at + sector.length
        ? resized(after, at + sector.length)
        : after === before
          ? Buffer.from(after)
          : after
    sector.copy(after, at)
  }
  return after
}

function resized(bytes: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length)
  bytes.copy(after)
  return after
}
