import { useEffect, useState } from 'react'
import { useSpeech } from '#ui/speech.ts'

export interface Reading {
  /** A sentence is being read. */
  readonly isReading: boolean
  /** Begins at the first sentence, or stops. */
  readonly toggle: () => void
}

/** Reads sentences one after the other, each as a text of its own, so that the one in turn lights up. */
export function useReading(sentences: readonly string[]): Reading {
  const speaker = useSpeech()
  const [at, setAt] = useState<number | null>(null)
  const text = at === null ? undefined : sentences[at]
  useEffect(() => {
    if (at === null || text === undefined) return undefined
    speaker.speak(text)
    const stop = speaker.subscribe(() => {
      const now = speaker.spoken()
      if (now?.text === text) return
      // Silence: the next one. Another text: somebody asked for that.
      setAt(now || at + 1 >= sentences.length ? null : at + 1)
    })
    return stop
  }, [speaker, at, text, sentences.length])
  useEffect(() => () => speaker.stop(), [speaker])
  const toggle = () => {
    setAt(at === null ? 0 : null)
    if (at !== null) speaker.stop()
  }
  return { isReading: at !== null, toggle }
}
