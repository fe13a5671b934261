import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const CHUNK = 2 ** 24

/** Which of these bytes a process holds in memory that it may write (Linux); those that it holds, by their place in the list. */
export function memoryHolds(pid: number, secrets: readonly Buffer[]): readonly number[] {
  const ranges = readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as const] : []
    })
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const most = Math.max(...secrets.map(({ length }) => length))
  const found = new Set<number>()
  const chunk = Buffer.alloc(CHUNK)
  try {
    for (const [from, to] of ranges)
      for (let at = from; at < to; at += CHUNK - most) {
        let length = 0
        try {
          length = readSync(memory, chunk, 0, Math.min(CHUNK, to - at), at)
        } catch {
          // A part that the system keeps for itself.
          break
        }
        for (const [index, secret] of secrets.entries())
          if (chunk.subarray(0, length).includes(secret)) found.add(index)
      }
  } finally {
    closeSync(memory)
  }
  return [...found].toSorted((a, b) => a - b)
}
