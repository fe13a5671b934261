import type { Asking, Exercise } from './activity-rules.ts'

/** Draws that are enough where a level has dozens of exercises or more. */
const TRIES = 60

/**
 * An exercise that was not asked in this round, nor lately where the level has enough of them. `make` is called until one is
 * found, at most 2 × `tries` times; a level that has fewer exercises than the round has places gives one twice at last.
 */
export function fresh<E extends Exercise>(
  make: () => E,
  { inRound, seen }: Pick<Asking, 'inRound' | 'seen'>,
  tries = TRIES,
): E {
  let made = make()
  for (const except of [new Set([...inRound, ...seen]), new Set(inRound)])
    for (let tried = 0; tried < tries; tried += 1) {
      if (!except.has(made.key)) return made
      made = make()
    }
  return made
}
