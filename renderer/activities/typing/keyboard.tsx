import { homeKeys } from '#core/learning/typing/key-rules.ts'
import { useTypingWords } from './words.ts'

const letterRows = ['qwertyuiop', 'asdfghjkl;', 'zxcvbnm'] as const
const tones = [
  ['1', 'ˉ'],
  ['2', 'ˊ'],
  ['3', 'ˇ'],
  ['4', 'ˋ'],
] as const

/** The keyboard, drawn: the key in turn in sun, home keys green, a bar on f and j. Its keys can be pressed as well. */
export function Keyboard({
  now,
  nods,
  withTones,
  onPress,
}: {
  /** The key in turn, where it is to be shown. */
  readonly now: string | undefined
  /** How often another key was pressed: the right one nods each time. */
  readonly nods: number
  readonly withTones: boolean
  readonly onPress: (key: string) => void
}) {
  const { t } = useTypingWords()
  const key = (name: string, mark?: string) => (
    <button
      key={name === now ? `${name} ${nods}` : name}
      type="button"
      tabIndex={-1}
      data-key={name}
      className={[
        'key',
        homeKeys.includes(name) ? 'home' : '',
        name === now ? 'now' : '',
        name === now && nods > 0 ? 'nods' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      // What is written on it comes first: who speaks to the machine says that.
      aria-label={mark ? `${name}${mark}, ${t('tone', { tone: name })}` : name}
      onClick={() => onPress(name)}
    >
      {name}
      {mark && <b aria-hidden="true">{mark}</b>}
      {(name === 'f' || name === 'j') && <i aria-hidden="true" />}
    </button>
  )
  return (
    <div className="keyboard" role="group" aria-label={t('keyboard')}>
      {withTones && <div className="tones">{tones.map(([name, mark]) => key(name, mark))}</div>}
      {letterRows.map((row, at) => (
        <div key={row} data-row={at}>
          {Array.from(row, (name) => key(name))}
        </div>
      ))}
    </div>
  )
}
