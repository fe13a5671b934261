import { createHolder } from '../../calls/observable.ts'
import type { CallDesk } from './call-desk.ts'
import { useWatched } from './use-watched.ts'

type Talk = 'call' | 'message'

const held = new Set<Talk>()
const talking = createHolder(false)

/** A child is calling, or making or hearing a message in this window: the end of the time must not cut that off (H5). */
export function keepTalking(what: Talk, on: boolean): void {
  if (on) held.add(what)
  else held.delete(what)
  talking.set(held.size > 0)
}

export const useTalking = (): boolean => useWatched(talking)

/** The desk of the child who sits here; undefined until there is somebody to call. */
export const deskNow = createHolder<CallDesk | undefined>(undefined)
