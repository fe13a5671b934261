import type { Entry } from './dictionary-rules.ts'

/** What this seat's session has shown: words that the child chose. Nothing of it is written down. */
export interface Memory {
  /** By how many nats the word has become cheaper. */
  bonus(reading: string, word: string): number
  /** Words that the child put together (a name), which the dictionary may not know. */
  wordsOf(reading: string): readonly Entry[]
  /** The child chose this word. */
  learn(reading: readonly string[], word: string): void
  /** Forgets everything: the child has left. */
  clear(): void
}

const firstBonus = 2
const nextBonus = 1
const mostBonus = 6
/** What a word costs that was put together once, in nats: as a word that is used now and then. */
const ownCost = 10
const longestOwn = 8

export function createMemory(): Memory {
  const chosen = new Map<string, Map<string, number>>()
  return {
    bonus(reading, word) {
      const times = chosen.get(reading)?.get(word) ?? 0
      return times === 0 ? 0 : Math.min(mostBonus, firstBonus + nextBonus * (times - 1))
    },
    wordsOf(reading) {
      const words = chosen.get(reading)
      return words ? [...words.keys()].map((word) => ({ word, cost: ownCost })) : []
    },
    learn(reading, word) {
      if (word === '' || reading.length > longestOwn) return
      const key = reading.join("'")
      const words = chosen.get(key) ?? new Map<string, number>()
      words.set(word, (words.get(word) ?? 0) + 1)
      chosen.set(key, words)
    },
    clear: () => chosen.clear(),
  }
}
