import type { Lattice } from './lattice-rules.ts'
import { type Candidate, type Found, type Knowledge, meaningsOf, runs } from './meaning-rules.ts'

interface Way extends Found {
  readonly last: string
}

/** So many ways are followed to each place, with different last words. */
const waysKept = 8
/** So many words of a reading are tried, beside those that the word before calls for. */
const wordsTried = 6

/** The cheapest ways to a place, by their last word. */
type Ways = Map<string, Way>

function goOn(ways: Ways, way: Way, next: Found, gain: number): void {
  const cost = way.cost + next.cost - gain
  const known = ways.get(next.text)
  if (known && known.cost <= cost) return
  ways.set(next.text, {
    text: way.text + next.text,
    letters: next.letters,
    reading: [...way.reading, ...next.reading],
    cost,
    last: next.text,
  })
}

const cheapest = (ways: Ways | undefined): readonly Way[] =>
  [...(ways?.values() ?? [])].toSorted((a, b) => a.cost - b.cost)

/**
 * The likeliest way from the first letter to the last, word by word, and every word that the letters may begin with.
 * @param last the word that stands before
 */
export function sentence(
  lattice: Lattice,
  known: Knowledge,
  last: string,
): { readonly whole: Candidate | undefined; readonly words: readonly Found[] } {
  const ways: (Ways | undefined)[] = lattice.map(() => undefined)
  const words: Found[] = []
  const start: Way = { text: '', letters: 0, reading: [], cost: 0, last }
  ways[0] = new Map([[last, start]])
  for (let from = 0; from < lattice.length; from++) {
    const before = cheapest(ways[from]).slice(0, waysKept)
    if (before.length === 0) continue
    for (const run of runs(lattice, from)) {
      const meanings = meaningsOf(run, known)
      if (from === 0) words.push(...meanings)
      for (const way of before) {
        const gains = known.dictionary.gainsAfter(way.last)
        // Beyond those tried only what the word before calls for: most words call for nothing.
        for (const [index, next] of (gains ? meanings : meanings.slice(0, wordsTried)).entries()) {
          const gain = gains?.get(next.text) ?? 0
          if (index < wordsTried || gain > 0) goOn((ways[next.letters] ??= new Map()), way, next, gain)
        }
      }
    }
  }
  return { whole: cheapest(ways.at(-1))[0], words }
}
