import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import words from '#locales/zh-CN.json' with { type: 'json' }
import { mergeFaces } from './merge.ts'
import { rangesIn, unicodeRange } from './ranges.ts'

const require = createRequire(import.meta.url)
const here = fileURLToPath(new URL('.', import.meta.url))
/** Beside the packages that it is made of: never tracked, gone with them. */
const usualFolder = join(here, '../../../node_modules/.cache/happy-home')

/** The ranges are numbered by how common their characters are, 119 the commonest; 98 and 99 hold the letters of pinyin. */
const LETTERS = [98, 99, 119]
/** Names of children stand in bold: those of most rooms need nothing rarer than these. */
const COMMON = 112
const NAMES = 105

const charactersOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.values(value as object)
        .map(charactersOf)
        .join('')
/** The clock on the first screen: no words of ours, but what Intl makes of each day and hour of a week. */
const clock = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', hour: 'numeric', hour12: true })
const weekOfHours = Array.from({ length: 7 * 24 }, (_, hour) => clock.format(Date.UTC(2026, 0, 1, hour)))
const written: ReadonlySet<number> = new Set(
  Array.from(charactersOf(words) + weekOfHours.join(''), (one) => one.codePointAt(0) ?? 0),
)

/** A sheet and what it names: what the first screen draws, and the rest of the face. */
export interface FaceSheets {
  readonly first: string
  readonly rest: string
}

/**
 * Makes the Kai face of the child's window anew: what its words and most names are written in, in three files instead of dozens, each
 * of which would be looked for on a spinning disk; the rest in its package's own ranges. From an installed package; five seconds, once.
 */
export async function faceSheets(folder = usualFolder): Promise<FaceSheets> {
  const made = join(folder, `face-${key()}`)
  const sheets = { first: join(made, 'first.css'), rest: join(made, 'rest.css') }
  if (existsSync(made)) return sheets
  const aside = `${made}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  const [first, rest]: [string[], string[]] = [[], []]
  for (const [weight, number] of [
    ['regular', 400],
    ['bold', 700],
  ] as const) {
    const sheet = sheetOf(weight)
    const ranges = rangesIn(readFileSync(sheet, 'utf8')).toSorted((a, b) => b.range - a.range)
    const among = (holds: (range: number) => boolean) =>
      ranges.flatMap(({ range, characters }) => (holds(range) ? characters : []))
    const pieces: readonly (readonly [name: string, wanted: ReadonlySet<number>])[] =
      weight === 'regular'
        ? [['words', new Set([...written, ...among((range) => LETTERS.includes(range))])]]
        : [
            ['words', new Set([...written, ...among((range) => range >= COMMON)])],
            ['names', new Set(among((range) => range >= NAMES))],
          ]
    const drawn = new Set<number>()
    for (const [name, wanted] of pieces) {
      const left = new Set([...wanted].filter((one) => !drawn.has(one)))
      const files = ranges.filter(({ characters }) => characters.some((one) => left.has(one)))
      const { bytes, characters } = await mergeFaces(
        files.map(({ file }) => join(dirname(sheet), file)),
        left,
      )
      for (const one of characters) drawn.add(one)
      writeFileSync(join(aside, `kai-${weight}-${name}.woff2`), bytes)
      first.push(rule(number, `./kai-${weight}-${name}.woff2`, characters))
    }
    for (const { file, characters } of ranges) {
      const more = characters.filter((one) => !drawn.has(one))
      if (more.length > 0) rest.push(rule(number, relative(made, join(dirname(sheet), file)), more))
    }
  }
  writeFileSync(join(aside, 'first.css'), first.join('\n'))
  writeFileSync(join(aside, 'rest.css'), rest.join('\n'))
  moveTo(made, aside)
  return sheets
}

/** Another build may have been quicker, and reads what it made. */
function moveTo(made: string, aside: string): void {
  try {
    renameSync(aside, made)
  } catch (error) {
    rmSync(aside, { recursive: true })
    if (!existsSync(made)) throw error
  }
}

const sheetOf = (weight: string): string => require.resolve(`lxgw-wenkai-webfont/lxgwwenkai-${weight}.css`)

/** Names what the face is made of and what makes it; words that are told otherwise by the same characters change nothing. */
function key(): string {
  const made = ['face.ts', 'merge.ts', 'ranges.ts'].map((name) => readFileSync(join(here, name), 'utf8'))
  const sheets = ['regular', 'bold'].map((weight) => readFileSync(sheetOf(weight), 'utf8'))
  const all = [process.version, unicodeRange(written), ...made, ...sheets].join(' ')
  return createHash('sha256').update(all).digest('hex').slice(0, 16)
}

const rule = (weight: number, url: string, characters: readonly number[]): string =>
  `@font-face { font-family: 'LXGW WenKai'; font-style: normal; font-weight: ${weight}; font-display: swap; src: url('${url}') format('woff2'); unicode-range: ${unicodeRange(characters)} }`
