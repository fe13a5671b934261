import type { PlaceName } from '#contract/sessions.ts'

/** Places where nothing is in hand: between the doors, before a shelf. */
const quiet: ReadonlySet<PlaceName> = new Set(['home', 'learn', 'diary', 'me'])

/** Whether a rest may come now without taking anything out of a child's hand. */
export function isQuiet({
  at,
  talking,
  exerciseOver,
}: {
  readonly at: PlaceName
  /** A call, or a message that is made or heard. */
  readonly talking: boolean
  /** In an activity: an exercise has ended since the rest was due. */
  readonly exerciseOver: boolean
}): boolean {
  if (talking) return false
  return quiet.has(at) || (at === 'activity' && exerciseOver)
}
