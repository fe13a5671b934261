import { useEffect, useState } from 'react'
import { useChild } from '../../pupil/session/session.tsx'

/** What a child chose last: each exercise is made anew, the keys stay as they were. */
let chosen: { readonly child: string; readonly keys: boolean } | undefined

/** Whether keys to tap on are shown: as the child chose, else for who touches the screen. */
export function useShownKeys(): readonly [boolean, (keys: boolean) => void] {
  const { id } = useChild()
  const [keys, setKeys] = useState(chosen?.child === id ? chosen.keys : false)
  const choose = (next: boolean) => {
    chosen = { child: id, keys: next }
    setKeys(next)
  }
  useEffect(() => {
    const touch = ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch' && chosen?.child !== id) setKeys(true)
    }
    window.addEventListener('pointerdown', touch, true)
    return () => window.removeEventListener('pointerdown', touch, true)
  }, [id])
  return [keys, choose]
}
