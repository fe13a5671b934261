import type { SessionStore } from '../session/session-store.ts'
import { createMemory, type Memory } from './memory-rules.ts'

/** What is remembered of a child's writing while the child sits here, and no longer. */
export interface SessionWriting {
  readonly memory: Memory
  /** Letters go in as letters. */
  latin(): boolean
  setLatin(latin: boolean): void
}

const bySession = new WeakMap<SessionStore, { readonly writing: SessionWriting; language: string }>()

/** @param language of the screens: a child whose screens are Chinese begins with pinyin */
export function writingOf(store: SessionStore, language: string): SessionWriting {
  const known = bySession.get(store)
  if (known) {
    known.language = language
    return known.writing
  }
  const memory = createMemory()
  let chosen: boolean | undefined
  let whose: string | undefined
  const own = {
    language,
    writing: {
      memory,
      latin: () => chosen ?? !own.language.startsWith('zh'),
      setLatin: (latin: boolean) => {
        chosen = latin
      },
    },
  }
  const child = () => {
    const now = store.known()
    return now.kind === 'somebody' ? now.session.child.id : undefined
  }
  whose = child()
  store.subscribe(() => {
    const now = child()
    if (now === whose) return
    whose = now
    memory.clear()
    chosen = undefined
  })
  bySession.set(store, own)
  return own.writing
}
