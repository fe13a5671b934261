import { countPairs, type Pairs } from './pairs.ts'
import { characters, type Known, printedWords, readings, spokenWords } from './sources.ts'
import { isUnfit } from './unfit.ts'

/** What children type counts most for its size; then speech; print least: a diary is told, not printed. */
const weights = { spoken: 0.7, printed: 0.2, children: 0.1 }
/** Words in all: the size of the file, and so how long it loads, hangs on it. */
const mostWords = 72_000
/** A character that no source counts; and a reading beside its common one. */
const rareShare = 1e-8

interface Row {
  readonly key: string
  readonly word: string
  share: number
}

/** A mark for a count of quarters of a nat, `#` for none to `~`. */
const mark = (quarters: number) =>
  String.fromCharCode(0x23 + Math.min(0x7e - 0x23, Math.max(0, Math.round(quarters))))
const costMark = (share: number) => mark(-Math.log(share) * 4)

/** Some characters of the standard are two units of a string. */
const isSingle = ({ word }: Row) => Array.from(word).length === 1

const byShare = (a: Row, b: Row) => b.share - a.share || (a.word < b.word ? -1 : 1)

/** Every word with every reading that a source gives it. */
function gather(): readonly Row[] {
  const rows = new Map<string, Row>()
  const add = (words: readonly Known[], weight: number) => {
    for (const { word, syllables, share } of words) {
      const key = syllables.join("'")
      const id = `${key} ${word}`
      const row = rows.get(id)
      if (row) row.share += share * weight
      else rows.set(id, { key, word, share: share * weight })
    }
  }
  add(spokenWords(), weights.spoken)
  add(printedWords(), weights.printed)
  add(
    characters.flatMap((word) =>
      readings(word).map((reading, index) => ({
        word,
        syllables: [reading],
        share: rareShare / (index + 1),
      })),
    ),
    1,
  )
  const all = [...rows.values()]
  const words = all.filter((row) => !isSingle(row) && !isUnfit(row.word))
  return [...all.filter(isSingle), ...words.toSorted(byShare).slice(0, mostWords)]
}

/** Lets the words of the children's sentences weigh what children's words weigh; those of several readings share it. */
function weigh(rows: readonly Row[], sums: ReadonlyMap<string, number>, { words }: Pairs): void {
  const all = [...words.values()].reduce((sum, count) => sum + count, 0)
  for (const row of rows) {
    const count = words.get(row.word) ?? 0
    row.share += (weights.children * count * (row.share / (sums.get(row.word) ?? row.share))) / all
  }
}

function writeRows(rows: readonly Row[]): string {
  const lines = Map.groupBy(rows, ({ key }) => key)
  return [...lines]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, words]) =>
        key +
        words
          .toSorted(byShare)
          .map(({ word, share }) => word + costMark(share))
          .join(''),
    )
    .join('\n')
}

function writePairs({ gains }: Pairs): string {
  return [...gains]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([before, next]) => `${before}\t${[...next].map(([word, gain]) => word + mark(gain * 4)).join('')}`)
    .join('\n')
}

/**
 * The dictionary as one text, in two parts with an empty line between. A line for each reading, `ni'hao你好A拟好c`: syllables, then
 * each word with the mark of its cost, the commonest first. A line for each word that tells of the next: the word, a tab, then
 * words with the mark of what they gain. Made from the packages and our sentences alone, the same each time.
 */
export function writeDictionary(): string {
  const rows = gather()
  const sums = new Map<string, number>()
  for (const { word, share } of rows) sums.set(word, (sums.get(word) ?? 0) + share)
  const pairs = countPairs(sums)
  weigh(rows, sums, pairs)
  return `${writeRows(rows)}\n\n${writePairs(pairs)}\n`
}
