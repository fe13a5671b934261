import { useEffect, useRef } from 'react'
import { Icon } from '#ui/icon.tsx'

export interface LevelRingsProps {
  /** 0 silence to 1 very loud, asked twelve times a second. */
  readonly level: () => number
  readonly look: 'ready' | 'going' | 'out'
  readonly label: string
}

/** Times a second; a donated PC has other things to do. */
const RATE = 12

/** The large microphone with rings of three sizes: how far they reach follows the voice. Nothing is rendered for it. */
export function LevelRings({ level, look, label }: LevelRingsProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (look !== 'going') return undefined
    const timer = setInterval(() => {
      const now = Math.min(1, level() * 1.6)
      box.current?.style.setProperty('--loud', (Math.round(now * 20) / 20).toFixed(2))
    }, 1000 / RATE)
    return () => clearInterval(timer)
  }, [level, look])
  return (
    <div ref={box} className={`mic-big is-${look}`} role="img" aria-label={label}>
      <i />
      <i />
      <b>
        <Icon name={look === 'out' ? 'microphone-slash' : 'microphone'} weight="fill" />
      </b>
    </div>
  )
}
