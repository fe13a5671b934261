import { createHolder } from '../../calls/observable.ts'
import type { CallDesk } from './call-desk.ts'
import { useWatched } from './use-watched.ts'

/** A child is calling or talking in this window: the end of the time must not cut that off (H5). */
export const talking = createHolder(false)

/** A message is being made or heard; apart from calls, whose end says nothing about it. */
export const messaging = createHolder(false)

export function useTalking(): boolean {
  const calls = useWatched(talking)
  const messages = useWatched(messaging)
  return calls || messages
}

/** The desk of the child who sits here; undefined until there is somebody to call. */
export const deskNow = createHolder<CallDesk | undefined>(undefined)
