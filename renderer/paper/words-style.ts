import type { CSSProperties } from 'react'
import { letterSize, lineHeight, type WordsBox } from './sheet-print.tsx'

const units = (count: number) => `calc(${count} * var(--u))`

/** Where the words of a sheet stand, and how large, for whatever holds them. */
export const wordsStyle = (box: WordsBox): CSSProperties => ({
  marginLeft: units(box.left),
  marginTop: units(box.top),
  width: units(box.width),
  height: units(box.lines * lineHeight - 2),
  fontSize: units(letterSize),
  lineHeight: units(lineHeight),
})
