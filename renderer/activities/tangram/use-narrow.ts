import { useSyncExternalStore } from 'react'

/** The same width at which the pages change their columns (`base.css`). */
const narrow = matchMedia('(max-width: 1200px)')

const follow = (onChange: () => void) => {
  narrow.addEventListener('change', onChange)
  return () => narrow.removeEventListener('change', onChange)
}

/** Whether the window is narrow: a drawing that has units of its own lays itself out differently. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => narrow.matches)
