import { createContext, useContext } from 'react'

/** Gives the pinyin of each segment of a text (see `segments`), '' for what has none. Handed in, so that pinyin-pro loads late. */
export type PinyinOf = (text: string) => readonly string[]

/** Pinyin over characters: the setting is on and its words are here; `undefined` while either is missing. */
export const PinyinContext = createContext<PinyinOf | undefined>(undefined)

export function usePinyin(): PinyinOf | undefined {
  return useContext(PinyinContext)
}
