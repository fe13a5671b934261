import { useEffect } from 'react'
import { useAnswer, useEvent, useKnow } from '../api/query.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { showLanguage } from '../i18n/words.ts'

/** Keeps the window in the language that the room's settings name for staff. */
export function useStaffLanguage(): void {
  const { words } = useWords()
  const look = useAnswer('room.look', undefined)
  const know = useKnow()
  useEvent('room.changed', (value) => know('room.look', value))
  const wanted = look.value?.staffLanguage
  useEffect(() => {
    if (wanted) void showLanguage(words, wanted)
  }, [words, wanted])
}
