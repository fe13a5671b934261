import './call-bar.css'
import { useEffect, useRef } from 'react'

/** How high each bar stands, 0 to 1 of the level, from left to right. */
const shapes = {
  small: [0.4, 0.7, 1, 0.6, 0.3],
  wide: [
    0.3, 0.5, 0.35, 0.7, 0.55, 0.9, 0.6, 1, 0.75, 0.5, 0.85, 0.65, 0.95, 0.55, 0.8, 0.4, 0.7, 0.5, 0.35, 0.25,
  ],
  big: [0.2, 0.4, 0.6, 0.8, 0.95, 0.7, 1, 0.8, 0.55, 0.7, 0.4, 0.22],
} as const

export interface LevelBarsProps {
  readonly size: keyof typeof shapes
  /** 0 silence to 1 very loud, asked twelve times a second. */
  readonly level: () => number
  /** For the big one; the small one stands in a button that has its own words. */
  readonly label?: string
}

/** Times a second; a donated PC has other things to do in a call. */
const RATE = 12

/** Bars that move with a voice. Moves the elements themselves: nothing is rendered for it. */
export function LevelBars({ size, level, label }: LevelBarsProps) {
  const bars = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      const now = level()
      for (const [index, bar] of Array.from(bars.current?.children ?? []).entries())
        if (bar instanceof HTMLElement)
          bar.style.setProperty(
            '--h',
            String(0.16 + 0.84 * Math.min(1, now * 1.6) * (shapes[size][index] ?? 0)),
          )
    }, 1000 / RATE)
    return () => clearInterval(timer)
  }, [level, size])
  const look = size === 'small' ? 'meter' : `meter ${size}`
  const drawn = shapes[size].map((_, index) => <i key={`bar-${index}`} />)
  return label ? (
    <span ref={bars} className={look} role="img" aria-label={label}>
      {drawn}
    </span>
  ) : (
    <span ref={bars} className={look} aria-hidden="true">
      {drawn}
    </span>
  )
}
