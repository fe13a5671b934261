import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.tsx'
import { useSessionStore } from '../session/session.tsx'
import { loadDictionary } from './dictionary.ts'
import { fetchFaces } from './faces.ts'
import { writingOf } from './session-writing.ts'
import { createWriter, type Writer, type WriterView, type WritingPlace } from './writer.ts'

export type Field = HTMLTextAreaElement | HTMLInputElement

/** So much of the text before the caret tells of what comes next, in characters. */
const longestLook = 8

/** Puts a text where the caret stands, as if it were typed: the field's own undo knows it, and its listeners hear it. */
function insertInto(field: Field, text: string): void {
  field.focus()
  field.ownerDocument.execCommand('insertText', false, text)
}

/** Takes away what stands before the caret, as Backspace does. */
export function deleteIn(field: Field): void {
  field.focus()
  field.ownerDocument.execCommand('delete')
}

export interface WriterOptions {
  /** Hears each text that goes into the field from the bar. */
  readonly onCommit?: ((text: string) => void) | undefined
  readonly arrange?: WritingPlace['arrange'] | undefined
  /** True while the bar puts chosen characters into the field: they are one piece. Letters and marks are typed one by one. */
  readonly inserting?: RefObject<boolean>
}

/** Fetches the dictionary and the face of the candidates for a writer while nothing else is to be done. */
export function useDictionary(writer: Writer): void {
  useEffect(() => {
    let wanted = true
    const idle = requestIdleCallback(() => {
      fetchFaces()
      loadDictionary().then(
        (dictionary) => (wanted ? writer.give(dictionary) : undefined),
        () => (wanted ? writer.give('away') : undefined),
      )
    })
    return () => {
      wanted = false
      cancelIdleCallback(idle)
    }
  }, [writer])
}

/** A writer for one field. */
export function useWriter(
  field: RefObject<Field | null>,
  { onCommit, arrange, inserting }: WriterOptions,
): readonly [Writer, WriterView] {
  const store = useSessionStore()
  const { language } = useWords()
  const [writer] = useState(() => createWriter(writingOf(store, language)))
  useEffect(() =>
    writer.attach({
      before: () => {
        const own = field.current
        return own ? own.value.slice(0, own.selectionStart ?? own.value.length).slice(-longestLook) : ''
      },
      insert(text) {
        if (inserting) inserting.current = /\p{Script=Han}/u.test(text)
        if (field.current) insertInto(field.current, text)
        if (inserting) inserting.current = false
        onCommit?.(text)
      },
      arrange: (letters, candidates) => arrange?.(letters, candidates) ?? candidates,
    }),
  )
  useDictionary(writer)
  return [writer, useSyncExternalStore(writer.subscribe, writer.view)]
}
