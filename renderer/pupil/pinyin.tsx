import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { SessionNow } from '#contract/sessions.ts'
import { PinyinContext } from '#ui/pinyin.ts'
import { useSession } from './session/session.tsx'

type Words = typeof import('./pinyin-words.ts')

const soundsOfChild = (session: SessionNow) => session.child.sounds

/** Pinyin over characters (H3): its dictionary of several hundred kB is fetched only when the setting is on. */
export function Pinyin({ on, children }: { readonly on: boolean; readonly children: ReactNode }) {
  const [words, setWords] = useState<Words>()
  const sounds = useSession(soundsOfChild)
  useEffect(() => {
    if (!on) return undefined
    let wanted = true
    void import('./pinyin-words.ts').then((loaded) => (wanted ? setWords(loaded) : undefined))
    return () => {
      wanted = false
    }
  }, [on])
  const pinyinOf = useMemo(() => words?.pinyinWith(sounds), [words, sounds])
  return <PinyinContext value={on ? pinyinOf : undefined}>{children}</PinyinContext>
}
