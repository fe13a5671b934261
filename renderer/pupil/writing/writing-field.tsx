import './writing.css'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTyping } from '#ui/typing.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { WritingPlace } from './writer.ts'
import { deleteIn, useWriter } from './use-writer.ts'
import { WritingBar } from './writing-bar.tsx'

export interface WritingFieldProps {
  /** What a screen reader calls the field. */
  readonly label: string
  readonly value: string
  /** Words that stand. `whole`: an input method, the system's or our bar, put them in at once. */
  readonly onChange: (text: string, whole: boolean) => void
  /** Typing reached the limit, and so many characters found no room; undefined once there is room again. */
  readonly onFull?: (left: number | undefined) => void
  readonly maxLength: number
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onFocus?: () => void
  /** Hears each text that the bar puts into the field. */
  readonly onCommit?: (text: string) => void
  /** Changes what the bar offers (a lesson puts its own word first: `ownFirst`). */
  readonly arrange?: WritingPlace['arrange']
}

/**
 * A field in which a child writes, Chinese too, whatever the system has. What is typed and not yet chosen stands in the bar under
 * it, never in the field. Stands in an element that is positioned: the bar lies at its lower edge, and the field keeps above it.
 */
export function WritingField({
  label,
  value,
  onChange,
  maxLength,
  field,
  onFocus,
  onFull,
  onCommit,
  arrange,
}: WritingFieldProps) {
  const { language } = useWords()
  const fromBar = useRef(false)
  const [writer, view] = useWriter(field, { onCommit, arrange, inserting: fromBar })
  const typing = useTyping({ field, value, most: maxLength, onTyped: onChange })
  const [here, setHere] = useState(false)
  const [keys, setKeys] = useState(false)
  const shiftAlone = useRef(false)
  const touched = useRef(false)

  const { full } = typing
  useEffect(() => onFull?.(full), [onFull, full])
  useEffect(() => {
    const listen = ({ pointerType }: { pointerType: string }) => {
      touched.current = pointerType === 'touch'
    }
    window.addEventListener('pointerdown', listen, true)
    return () => window.removeEventListener('pointerdown', listen, true)
  }, [])

  const down = (event: KeyboardEvent) => {
    touched.current = false
    shiftAlone.current = event.key === 'Shift' && !event.repeat
    if (writer.press(event.nativeEvent)) event.preventDefault()
  }
  const up = (event: KeyboardEvent) => {
    if (event.key === 'Shift' && shiftAlone.current && !view.system) writer.toggleLatin()
    shiftAlone.current = false
  }
  return (
    <>
      <textarea
        ref={field}
        aria-label={label}
        value={typing.shown}
        spellCheck={false}
        autoComplete="off"
        lang={language}
        onFocus={() => {
          setHere(true)
          setKeys(touched.current)
          onFocus?.()
        }}
        onBlur={() => {
          setHere(false)
          writer.drop()
        }}
        onPointerDown={(event: PointerEvent) => (event.pointerType === 'touch' ? setKeys(true) : undefined)}
        onKeyDown={down}
        onKeyUp={up}
        onCompositionStart={() => {
          writer.systemComposes()
          typing.onCompositionStart()
        }}
        onCompositionEnd={typing.onCompositionEnd}
        onChange={(event) => typing.onChange(event.target.value, fromBar.current)}
      />
      {here && !view.system && (
        <WritingBar
          field={field}
          view={view}
          writer={writer}
          keys={keys}
          onKeys={setKeys}
          onBackspace={() => (field.current ? deleteIn(field.current) : undefined)}
        />
      )}
    </>
  )
}
