import { useEffect, useRef } from 'react'
import type { Language } from '#contract/languages.ts'
import { useAnswer } from '../api/query.tsx'
import { useWords } from './words.ts'
import { showLanguage } from './words.ts'

/** Keeps the window in the language that the room's settings name for staff. */
export function useStaffLanguage(): void {
  const { words } = useWords()
  const look = useAnswer('room.look', undefined)
  const wanted = look.value?.staffLanguage
  // `words` is another object after each change: only the room may change it back, not the first run's own choice.
  const followed = useRef<Language>(undefined)
  useEffect(() => {
    if (!wanted || wanted === followed.current) return
    followed.current = wanted
    void showLanguage(words, wanted)
  }, [words, wanted])
}
