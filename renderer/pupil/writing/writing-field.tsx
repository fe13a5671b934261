import './writing.css'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.tsx'
import type { WritingPlace } from './writer.ts'
import { deleteIn, useWriter } from './use-writer.ts'
import { WritingBar } from './writing-bar.tsx'

export interface WritingFieldProps {
  /** What a screen reader calls the field. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
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
  onCommit,
  arrange,
}: WritingFieldProps) {
  const { language } = useWords()
  const [writer, view] = useWriter(field, { onCommit, arrange })
  const [here, setHere] = useState(false)
  const [keys, setKeys] = useState(false)
  const shiftAlone = useRef(false)
  const touched = useRef(false)

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
        value={value}
        maxLength={maxLength}
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
        onCompositionStart={() => writer.systemComposes()}
        onChange={(event) => onChange(event.target.value)}
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
