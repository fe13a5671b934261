import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '#ui/speech.ts'

/** Reads texts one after the other; `at` is the one that is read, undefined while none is. A second call stops. */
export function useReadInTurn(texts: readonly string[]): {
  readonly at: number | undefined
  readonly toggle: () => void
} {
  const speaker = useSpeech()
  const [at, setAt] = useState<number>()
  const now = useRef<number | undefined>(undefined)
  const latest = useRef(texts)
  useEffect(() => {
    latest.current = texts
  })
  const go = (next: number | undefined) => {
    const text = next === undefined ? undefined : latest.current[next]
    now.current = text === undefined ? undefined : next
    setAt(now.current)
    if (text !== undefined) speaker.speak(text)
  }
  const onward = useRef(go)
  useEffect(() => {
    onward.current = go
  })
  useEffect(
    () =>
      speaker.subscribe(() => {
        const reading = now.current
        if (reading === undefined) return
        const spoken = speaker.spoken()
        // Something else is read now, by another button: this list stops.
        if (spoken && spoken.text !== latest.current[reading]) {
          now.current = undefined
          setAt(undefined)
        } else if (!spoken) queueMicrotask(() => onward.current(reading + 1))
      }),
    [speaker],
  )
  return {
    at,
    toggle: () => {
      if (now.current === undefined) return go(0)
      now.current = undefined
      setAt(undefined)
      return speaker.stop()
    },
  }
}
