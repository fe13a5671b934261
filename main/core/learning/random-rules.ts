/** A source of chance: each call gives a number from 0 up to, not including, 1. Handed in, so that tests repeat. */
export type Random = () => number

/** The same stream of numbers for the same seed on every machine (mulberry32, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One element by chance; undefined only for an empty list. */
export function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.min(from.length - 1, Math.floor(random() * from.length))]
}

/** All of them, in an order that chance makes. */
export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const left = [...all]
  return all.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}
