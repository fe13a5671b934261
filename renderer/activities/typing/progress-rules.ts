import { isRecord, isWhole } from '#core/learning/parsed-rules.ts'

/** How far a child is in an exercise: so many keys (or characters) are typed, with so many other keys between. */
export interface Typed {
  readonly at: number
  readonly misses: number
}

/** What was kept before a crash. @param most keys of the exercise; one is always left to press */
export function typedBefore(kept: unknown, most: number): Typed {
  const at = isRecord(kept) ? kept['at'] : undefined
  const misses = isRecord(kept) ? kept['misses'] : undefined
  return {
    at: isWhole(at, 0, Math.max(0, most - 1)) ? at : 0,
    misses: isWhole(misses, 0, 10_000) ? misses : 0,
  }
}
