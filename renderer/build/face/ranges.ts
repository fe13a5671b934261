/** One file of the face as its package cuts it: a number, 119 the commonest characters, and what it draws. */
export interface FaceRange {
  readonly range: number
  readonly file: string
  readonly characters: readonly number[]
}

/** Reads the ranges of a weight from the package's sheet. */
export const rangesIn = (sheet: string): readonly FaceRange[] =>
  Array.from(
    sheet.matchAll(/url\('\.\/(files\/[\w-]*subset-(\d+)\.woff2)'\)[^}]*?unicode-range: ([^;}]+)/g),
    ([, file = '', range, characters = '']) => ({
      range: Number(range),
      file,
      characters: codePoints(characters),
    }),
  )

/** `U+4e00, U+4e03-4e05` as code points. */
export const codePoints = (text: string): readonly number[] =>
  text.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, more) => from + more)
  })

const hex = (one: number): string => one.toString(16)

/** Code points as a sheet names them, neighbours joined. */
export function unicodeRange(characters: Iterable<number>): string {
  const runs: [from: number, to: number][] = []
  for (const one of [...new Set(characters)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === one - 1) last[1] = one
    else runs.push([one, one])
  }
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}
