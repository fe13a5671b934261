import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { ownFirst, type Wanted } from '../../pupil/writing/lesson-rules.ts'
import { createMemory } from '../../pupil/writing/memory-rules.ts'
import { useDictionary } from '../../pupil/writing/use-writer.ts'
import { createWriter, type Writer, type WriterView } from '../../pupil/writing/writer.ts'

/**
 * Our pinyin input for a lesson: it writes into no field, what was chosen is told. The lesson's own words stand first, and
 * nothing of a lesson is remembered for what the child writes elsewhere.
 */
export function useLessonWriter(
  wanted: Wanted,
  before: string,
  onText: (text: string) => void,
): readonly [Writer, WriterView] {
  const [writer] = useState(() =>
    createWriter({ memory: createMemory(), latin: () => false, setLatin: () => undefined }),
  )
  const latest = useRef({ wanted, before, onText })
  useLayoutEffect(() => {
    latest.current = { wanted, before, onText }
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    writer.attach({
      before: () => latest.current.before,
      insert: (text) => latest.current.onText(text),
      arrange: (letters, candidates) => ownFirst(letters, latest.current.wanted, candidates),
    })
    const down = (event: KeyboardEvent) => {
      // Space and Enter are a button's own while nothing is being written.
      if (writer.press(event)) event.preventDefault()
    }
    window.addEventListener('keydown', down)
    return () => {
      window.removeEventListener('keydown', down)
      writer.drop()
    }
  }, [writer])
  useDictionary(writer)
  return [writer, useSyncExternalStore(writer.subscribe, writer.view)]
}
