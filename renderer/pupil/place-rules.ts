import type { Phase, Place } from '#contract/sessions.ts'

/** Pages with work in hand: when the time is over they stay until the child is ready (H5). */
const working: ReadonlySet<Place['name']> = new Set(['activity', 'diary-page', 'talk'])

/**
 * What is shown for a place when the time stands at a phase: at the end every page but those with work in hand says goodbye.
 * @param talking a call or a message is under way: it is never cut off
 */
export function shownPlace(place: Place, phase: Phase, talking = false): Place {
  if (place.name === 'diary-page' && !place.page) return { name: 'diary' }
  if (place.name === 'activity' && !place.page) return { name: 'learn' }
  if (place.name === 'messages' && !place.page) return { name: 'family' }
  if (talking && (place.name === 'family' || place.name === 'messages')) return place
  return phase === 'goodbye' && !working.has(place.name) ? { name: 'goodbye' } : place
}

/** One page: the next exercise is the same page, the next page of the diary is not. */
export function pageKey(place: Place): string {
  // The shelf of another subject is the same page: what stands around it stays.
  return place.name === 'learn' ? place.name : `${place.name} ${place.page ?? ''}`
}
