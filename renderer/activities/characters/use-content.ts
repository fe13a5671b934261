import { useEffect, useState } from 'react'
import type { CharacterMeaning, Strokes } from '#core/learning/characters/content-rules.ts'
import { readMeaning, readStrokes } from './content.ts'

interface There<T> {
  readonly of: string
  readonly value: T
}

/** How a character is written; undefined while it is read, null where it cannot be. */
export function useStrokes(character: string): Strokes | null | undefined {
  const [there, setThere] = useState<There<Strokes | null>>()
  useEffect(() => {
    let waiting = true
    void readStrokes(character).then((value) => (waiting ? setThere({ of: character, value }) : undefined))
    return () => {
      waiting = false
    }
  }, [character])
  return there?.of === character ? there.value : undefined
}

/** What a character means in one reading; undefined while it is read. */
export function useMeaning(half: string, key: string): CharacterMeaning | undefined {
  const [there, setThere] = useState<There<CharacterMeaning>>()
  useEffect(() => {
    let waiting = true
    void readMeaning(half, key).then((value) => (waiting ? setThere({ of: key, value }) : undefined))
    return () => {
      waiting = false
    }
  }, [half, key])
  return there?.of === key ? there.value : undefined
}
