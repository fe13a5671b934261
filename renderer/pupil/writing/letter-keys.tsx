import { useState } from 'react'
import { Icon } from '#ui/icon.tsx'
import { useWords } from '../../i18n/use-words.tsx'

const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
const numberRows = ['1234567890', '，。？！、：；', '“”《》（）+-×='] as const

export interface LetterKeysProps {
  readonly latin: boolean
  readonly onLetter: (letter: string) => void
  /** A digit or a mark that goes in as it is. */
  readonly onMark: (mark: string) => void
  readonly onBackspace: () => void
  readonly onSpace: () => void
  readonly onEnter: () => void
}

/** A keyboard to tap on, for who has no other or whose hands are on the screen. */
export function LetterKeys({ latin, onLetter, onMark, onBackspace, onSpace, onEnter }: LetterKeysProps) {
  const { t } = useWords()
  const [numbers, setNumbers] = useState(false)
  const [capital, setCapital] = useState(false)
  const rows = numbers ? numberRows : letterRows
  const tap = (key: string) => {
    if (numbers) return onMark(key)
    onLetter(key)
    return setCapital(false)
  }
  return (
    <div className="letter-keys" role="group" aria-label={t('writing.keys.title')}>
      {rows.map((row, index) => (
        <div key={row}>
          {index === 2 && (
            <button type="button" tabIndex={-1} className="wide" onClick={() => setNumbers(!numbers)}>
              {numbers ? 'abc' : '123'}
            </button>
          )}
          {index === 2 && latin && !numbers && (
            <button
              type="button"
              tabIndex={-1}
              aria-pressed={capital}
              aria-label={t('writing.keys.capital')}
              onClick={() => setCapital(!capital)}
            >
              <Icon name="caret-up" />
            </button>
          )}
          {Array.from(row).map((key) => {
            const letter = capital && !numbers ? key.toUpperCase() : key
            return (
              <button key={key} type="button" tabIndex={-1} onClick={() => tap(letter)}>
                {letter}
              </button>
            )
          })}
          {index === 2 && (
            <button
              type="button"
              tabIndex={-1}
              className="wide"
              aria-label={t('writing.keys.backspace')}
              onClick={onBackspace}
            >
              <Icon name="backspace" />
            </button>
          )}
        </div>
      ))}
      <div>
        <button type="button" tabIndex={-1} className="space" onClick={onSpace}>
          {t('writing.keys.space')}
        </button>
        <button type="button" tabIndex={-1} className="wide enter" onClick={onEnter}>
          {t('writing.keys.enter')}
        </button>
      </div>
    </div>
  )
}
