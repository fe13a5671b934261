import type { ReactNode } from 'react'
import { LimitContext } from '#ui/typing.ts'
import { useWords } from './words.ts'

/** Gives every field of the console the words for “full”. */
export function Limits({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <LimitContext value={(facts) => t(facts.left > 0 ? 'console.limit-left' : 'console.limit', facts)}>
      {children}
    </LimitContext>
  )
}
