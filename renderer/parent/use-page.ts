import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Watched } from '../calls/observable.ts'
import type { Page } from './page.ts'
import { wordsIn, type Say } from './words.ts'

const PageContext = createContext<Page | null>(null)
export const PageProvider = PageContext.Provider

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('a screen stands outside the page')
  return page
}

export const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.watch, watched.now)

export function useSay(): Say {
  return wordsIn(useWatched(usePage().language))
}
