import { useState } from 'react'
import type { Writer, WriterView } from '../../pupil/writing/writer.ts'
import type { ActivityProps } from '../frame/props.ts'
import { lettersOf } from '#core/learning/typing/reading-rules.ts'
import { typedBefore } from './progress-rules.ts'
import { useLessonWriter } from './use-lesson-writer.ts'

/** A text to write: words, or a line of a poem. */
export interface Part {
  readonly text: string
  readonly pinyin: readonly string[]
}

export interface Written {
  readonly writer: Writer
  readonly view: WriterView
  /** How many characters of all are written. */
  readonly at: number
  /** The part in turn. */
  readonly part: number
  /** What is still to be written of it, as it is typed: `chu chu wen`. */
  readonly letters: string
}

/** Writes parts one after another with our pinyin input; what is chosen and is not the text moves nothing. */
export function useWritten(
  parts: readonly Part[],
  {
    busy,
    progress,
    onAnswer,
    onKeep,
  }: Pick<ActivityProps<unknown>, 'busy' | 'progress' | 'onAnswer' | 'onKeep'>,
): Written {
  const whole = parts.map(({ text }) => text).join('')
  const all = Array.from(whole)
  const [typed, setTyped] = useState(() => typedBefore(progress, all.length))
  const ends = parts.map((_, index) =>
    parts.slice(0, index + 1).reduce((sum, { pinyin }) => sum + pinyin.length, 0),
  )
  const found = ends.findIndex((end) => typed.at < end)
  const part = found < 0 ? parts.length - 1 : found
  const readings = parts.flatMap(({ pinyin }) => pinyin).map(lettersOf)
  const rest = all.slice(typed.at, ends[part]).join('')
  const reading = readings.slice(typed.at, ends[part])
  const onText = (text: string) => {
    // Marks and letters that were not chosen for a character are no try.
    if (busy || !/\p{Script=Han}/u.test(text)) return
    if (!rest.startsWith(text)) return setTyped({ ...typed, misses: typed.misses + 1 })
    const next = { ...typed, at: typed.at + Array.from(text).length }
    setTyped(next)
    if (next.at === all.length) onAnswer({ misses: next.misses })
    else onKeep({ ...next })
  }
  const before = all.slice(0, typed.at).join('')
  const [writer, view] = useLessonWriter({ text: rest, reading }, before, onText)
  return { writer, view, at: typed.at, part, letters: reading.join(' ').replaceAll('v', 'ü') }
}
