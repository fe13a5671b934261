/** Longer lines than this are no events of ours. */
const LONGEST = 4096

/** Reads the names of server-sent events as their text comes in, in pieces of any size. */
export function createEventReader(): (piece: string) => readonly string[] {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    // One more, so that a line which was cut is still known as too long.
    rest = (lines.pop() ?? '').slice(0, LONGEST + 1)
    return lines
      .filter((line) => line.length <= LONGEST && line.startsWith('event: '))
      .map((line) => line.slice(7).trim())
  }
}
