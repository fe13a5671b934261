import { useState } from 'react'
import { Picture } from '#ui/picture.tsx'
import { KeyboardPicture, useKeys } from './keyboard.tsx'
import { Scene } from './scene.tsx'
import { type Deed } from './use-deed.ts'
import { useComputerWords } from './words.ts'

interface ChordsProps {
  readonly chords: readonly string[]
  readonly deed: Deed
  readonly ring: boolean
}

/** The two keys of a chord: those that the kiosk lets through, and no others. */
const keysOf = (chord: string): readonly [hold: 'Ctrl' | 'Shift', press: string] =>
  chord === 'undo' ? ['Ctrl', 'Z'] : chord === 'redo' ? ['Ctrl', 'Y'] : ['Shift', chord]

/** One key is held, another pressed: what was painted goes, comes back, a letter grows. */
export function Chords({ chords, deed, ring }: ChordsProps) {
  const { t } = useComputerWords()
  const { done, over } = deed
  const [held, hold] = useState(false)
  const now = Math.min(done.length, chords.length - 1)
  const chord = chords[now] ?? 'undo'
  const [first, second] = keysOf(chord)
  const press = (by: 'keys' | 'mouse') => {
    hold(false)
    const next = [...done, done.length]
    deed.step(next, by, next.length === chords.length)
  }
  useKeys(!over, (key, { ctrlKey, shiftKey, altKey }) => {
    const both = first === 'Ctrl' ? ctrlKey && !shiftKey : shiftKey && !ctrlKey
    if (key === second && both && !altKey) press('keys')
    else deed.miss()
    return true
  })
  const word = chord === 'undo' || chord === 'redo' ? chord : 'capital'
  return (
    <Scene>
      <div className="pc-keys">
        <div className="pc-chord">
          <span className="pc-effect" data-effect={over ? 'over' : word} aria-hidden="true">
            {word === 'capital' ? (
              <b>
                {chord.toLowerCase()} → {chord}
              </b>
            ) : (
              <>
                <Picture name="palette" />
                <i>{word === 'undo' ? '↶' : '↷'}</i>
                {word === 'redo' && <Picture name="sunflower" />}
              </>
            )}
          </span>
          <button
            type="button"
            className="pc-key wide"
            data-state={held ? 'done' : 'now'}
            data-ring={ring}
            aria-pressed={held}
            aria-disabled={over}
            onClick={() => hold(!held)}
          >
            {first}
          </button>
          <b aria-hidden="true">+</b>
          <button
            type="button"
            className="pc-key"
            data-state={held ? 'now' : 'coming'}
            aria-disabled={over}
            onClick={() => (held && !over ? press('mouse') : deed.miss())}
          >
            {second}
          </button>
          <p className="pc-word">{t(`chord.${word}`)}</p>
        </div>
        <KeyboardPicture lit={over ? [] : [first, second]} />
      </div>
    </Scene>
  )
}
