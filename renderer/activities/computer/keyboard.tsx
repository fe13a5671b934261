import { useLayoutEffect, useEffectEvent } from 'react'
import { Scene } from './scene.tsx'
import { type Deed } from './use-deed.ts'
import { useComputerWords } from './words.ts'

/** The rows of a keyboard, as far as they are asked for; the place of a key in its row, in key widths from the left. */
const rows: readonly (readonly [from: number, keys: readonly string[]])[] = [
  [1, Array.from('1234567890')],
  [1.5, Array.from('QWERTYUIOP')],
  [1.75, Array.from('ASDFGHJKL')],
  [2.25, Array.from('ZXCVBNM')],
]
const wide: Readonly<Record<string, readonly [x: number, y: number, width: number]>> = {
  Backspace: [13, 0, 2],
  Enter: [12.75, 2, 2.25],
  Space: [4, 4, 6],
  Up: [13, 3, 1],
  Left: [12, 4, 1],
  Down: [13, 4, 1],
  Right: [14, 4, 1],
  Shift: [0, 3, 2.25],
  Ctrl: [0, 4, 1.5],
}
const SIZE = 40

/** A keyboard on which the keys in turn are lit. */
export function KeyboardPicture({ lit }: { readonly lit: readonly string[] }) {
  const letters = rows.flatMap(([from, keys], row) =>
    keys.map((key, at) => [key, from + at, row, 1] as const),
  )
  const others = Object.entries(wide).map(([key, [x, y, width]]) => [key, x, y, width] as const)
  return (
    <svg className="pc-keyboard" viewBox="-10 -10 630 224" aria-hidden="true">
      <rect x="-8" y="-8" width="626" height="220" rx="18" fill="#fff" stroke="#5f5146" strokeWidth="4" />
      {[...letters, ...others].map(([key, x, y, width]) => (
        <g key={key}>
          <rect
            x={x * SIZE + 3}
            y={y * SIZE + 3}
            width={width * SIZE - 6}
            height={SIZE - 6}
            rx="7"
            fill={lit.includes(key) ? '#f6b73c' : '#e9dcc3'}
            stroke={lit.includes(key) ? '#bb7a0c' : 'none'}
            strokeWidth="4"
          />
          {width === 1 && (
            <text x={(x + 0.5) * SIZE} y={y * SIZE + 28} textAnchor="middle" fontSize="22" fill="#5f5146">
              {faceOf(key)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

const byCode: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Space: 'Space',
  Backspace: 'Backspace',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/** Which key was pressed, by its place: an input method that takes the letter does not hide it. */
function keyOf({ code }: KeyboardEvent): string | undefined {
  const letter = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code)
  return letter ? (letter[1] ?? letter[2] ?? letter[3]) : byCode[code]
}

/** Hears the keyboard before the page does, while `on`; answers what to do with a key: true where it was the lesson's. */
export function useKeys(on: boolean, hear: (key: string, event: KeyboardEvent) => boolean): void {
  const heard = useEffectEvent(hear)
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event)
      // Tab and Esc keep their meaning, and so does Enter on a button of the frame.
      if (key === undefined || event.repeat || document.querySelector('dialog[open]')) return
      const onButton = event.target instanceof HTMLButtonElement && !event.target.closest('.pc-scene')
      if (onButton && (key === 'Enter' || key === 'Space')) return
      if (heard(key, event)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [on])
}

interface KeysProps {
  readonly keys: readonly string[]
  readonly deed: Deed
  readonly ring: boolean
}

/** Keys to find and press, one after the other; a wrong one moves nothing, the right one nods. */
export function Keys({ keys, deed, ring }: KeysProps) {
  const { t } = useComputerWords()
  const { done, over } = deed
  const now = done.length
  const press = (by: 'keys' | 'mouse') => {
    const next = [...done, now]
    deed.step(next, by, next.length === keys.length)
  }
  useKeys(!over, (key, { ctrlKey, altKey }) => {
    if (ctrlKey || altKey) return false
    if (key === keys[now]) press('keys')
    else deed.miss()
    return true
  })
  return (
    <Scene>
      <div className="pc-keys">
        <ol>
          {keys.map((key, at) => (
            <li key={key}>
              <button
                type="button"
                className="pc-key"
                data-state={at < now ? 'done' : at === now ? 'now' : 'coming'}
                data-ring={ring && at === now}
                aria-label={nameOf(key, t)}
                aria-disabled={over || at !== now}
                // No keyboard plugged in: the picture of the key goes on, and stamps nothing.
                onClick={() => (at === now && !over ? press('mouse') : undefined)}
              >
                {faceOf(key)}
              </button>
            </li>
          ))}
        </ol>
        <KeyboardPicture lit={over ? [] : [keys[now] ?? '']} />
      </div>
    </Scene>
  )
}

const faces: Readonly<Record<string, string>> = {
  Enter: 'Enter ↵',
  Space: ' ',
  Backspace: '⌫',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

/** What stands on a key. */
export const faceOf = (key: string): string => faces[key] ?? key

type Say = ReturnType<typeof useComputerWords>['t']

export function nameOf(key: string, t: Say): string {
  switch (key) {
    case 'Space':
      return t('key.space')
    case 'Backspace':
      return t('key.backspace')
    case 'Enter':
      return t('key.enter')
    case 'Left':
      return t('key.left')
    case 'Right':
      return t('key.right')
    case 'Up':
      return t('key.up')
    case 'Down':
      return t('key.down')
    default:
      return key
  }
}
