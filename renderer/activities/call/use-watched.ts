import { useCallback, useSyncExternalStore } from 'react'
import type { Watched } from '../../calls/observable.ts'

/** What a watched value is now; renders when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  const watch = useCallback((listener: () => void) => watched.watch(listener), [watched])
  return useSyncExternalStore(watch, () => watched.now())
}
