import type { Lattice } from './lattice-rules.ts'
import { type Candidate, type Found, type Knowledge, meaningsOf, runs } from './meaning-rules.ts'

interface Way extends Found {
  readonly last: string
}

/** So many ways are followed to each place, with different last words. */
const waysKept = 8
/** So many words of a reading are tried, beside those that the word before calls for. */
const wordsTried = 6

function keep(ways: Way[], way: Way): void {
  const same = ways.findIndex(({ last }) => last === way.last)
  if (same < 0) ways.push(way)
  else if ((ways[same]?.cost ?? 0) > way.cost) ways.splice(same, 1, way)
}

/** The likeliest way from the first letter to the last, word by word. @param last the word that stands before */
export function sentence(lattice: Lattice, known: Knowledge, last: string): Candidate | undefined {
  const ways: Way[][] = lattice.map(() => [])
  ways[0] = [{ text: '', letters: 0, reading: [], cost: 0, last }]
  lattice.forEach((_pieces, from) => {
    const before = (ways[from] ?? []).toSorted((a, b) => a.cost - b.cost).slice(0, waysKept)
    if (before.length === 0) return
    for (const run of runs(lattice, from)) {
      const meanings = meaningsOf(run, known)
      for (const way of before) {
        const gains = known.dictionary.gainsAfter(way.last)
        meanings.forEach((next, index) => {
          const gain = gains?.get(next.text) ?? 0
          if (index >= wordsTried && gain === 0) return
          keep((ways[next.letters] ??= []), {
            text: way.text + next.text,
            letters: next.letters,
            reading: [...way.reading, ...next.reading],
            cost: way.cost + next.cost - gain,
            last: next.text,
          })
        })
      }
    }
  })
  return ways.at(-1)?.toSorted((a, b) => a.cost - b.cost)[0]
}
