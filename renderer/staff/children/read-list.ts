import { createEndTrimmer } from '#core/children/empty-ends-rules.ts'

/** Most bytes of a list that the contract takes. */
const MOST = 50 * 1024 * 1024

/**
 * A list without the empty cells at the ends of its lines; null where more than 50 MB are left. Read piece by piece: a sheet that was
 * saved with all its columns is larger than a donated PC likes to hold at once.
 */
export async function readList(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const trimmer = createEndTrimmer()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const keep = (piece: Uint8Array): void => {
    pieces.push(piece.slice())
    size += piece.length
  }
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    keep(trimmer.push(value))
    if (size > MOST) {
      await reader.cancel()
      return null
    }
  }
  keep(trimmer.end())
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
