import { expect, it } from 'vitest'
import type { SessionStore } from '../session/session-store.ts'
import { writingOf } from './session-writing.ts'

it('forgets what a child chose, and the child’s letters, when the child leaves', () => {
  let child: string | undefined = 'a'
  const listeners = new Set<() => void>()
  const store = {
    known: () =>
      child === undefined ? { kind: 'nobody' } : { kind: 'somebody', session: { child: { id: child } } },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as SessionStore
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const writing = writingOf(store, 'zh-CN')
  writing.memory.learn(['xiao', 'yu'], '晓雨')
  writing.setLatin(true)
  tell()
  expect(writing.memory.wordsOf("xiao'yu")).toHaveLength(1)
  child = undefined
  tell()
  expect(writing.memory.wordsOf("xiao'yu")).toEqual([])
  expect(writing.latin()).toBe(false)
  expect(writingOf(store, 'en').latin()).toBe(true)
})
