import { createHolder } from '../../calls/observable.ts'
import type { CallDesk } from './call-desk.ts'
import { useWatched } from './use-watched.ts'

/** A child is calling, or making or hearing a message in this window: the end of the time must not cut that off (H5). */
export const talking = createHolder(false)

export const useTalking = (): boolean => useWatched(talking)

/** The desk of the child who sits here; undefined until there is somebody to call. */
export const deskNow = createHolder<CallDesk | undefined>(undefined)
