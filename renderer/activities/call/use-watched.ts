import { useSyncExternalStore } from 'react'
import type { Watched } from '../../calls/observable.ts'

/** What a watched value is now; renders when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.watch, watched.now)
}
