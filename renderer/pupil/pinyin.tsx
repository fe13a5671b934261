import { useEffect, useState, type ReactNode } from 'react'
import { PinyinContext, type PinyinOf } from '#ui/pinyin.ts'

/** Pinyin over characters (H3): its dictionary of several hundred kB is fetched only when the setting is on. */
export function Pinyin({ on, children }: { readonly on: boolean; readonly children: ReactNode }) {
  const [pinyinOf, setPinyinOf] = useState<PinyinOf>()
  useEffect(() => {
    if (!on) return undefined
    let wanted = true
    void import('./pinyin-words.ts').then(({ pinyinOfSegments }) =>
      wanted ? setPinyinOf(() => pinyinOfSegments) : undefined,
    )
    return () => {
      wanted = false
    }
  }, [on])
  return <PinyinContext value={on ? pinyinOf : undefined}>{children}</PinyinContext>
}
