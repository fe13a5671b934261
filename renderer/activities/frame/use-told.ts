import { useEffect } from 'react'
import { useSpeech } from '#ui/speech.ts'

/**
 * Reads aloud what has just come to stand on the page: a child who cannot read would not notice it. Silent for one who wants to be read to
 * only when it asks.
 */
export function useTold(words: string): void {
  const speaker = useSpeech()
  useEffect(() => {
    if (words !== '') speaker.tell(words)
  }, [speaker, words])
}
