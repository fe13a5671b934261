import type { Syllable } from '#core/learning/typing/activity-rules.ts'
import { lettersOf } from '#core/learning/typing/reading-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { useMute } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'

/** Characters with their syllables; of tones the mark is what is looked for: it shows where help was asked for, and when it is typed. */
export function SyllableCards({
  syllables,
  tones,
  at,
  typed,
  helped,
  word,
  onListen,
}: {
  readonly syllables: readonly Syllable[]
  readonly tones: boolean
  /** Which one is in turn, and how many of its keys are typed. */
  readonly at: number
  readonly typed: number
  readonly helped: boolean
  /** The word that the one in turn is known by. */
  readonly word: string | undefined
  readonly onListen: () => void
}) {
  const { t } = useWords()
  const mute = useMute()
  return (
    <ol className="syllable-cards">
      {syllables.map(({ key, character, pinyin, keys }, index) => {
        const mine = index === at
        const whole = index < at || !tones || (mine && helped)
        const letters = lettersOf(pinyin)
        const ready = index < at ? letters.length : mine ? Math.min(typed, letters.length) : 0
        return (
          <li key={key} className={index < at ? 'done' : mine ? 'now' : ''}>
            <span className="syllable">
              {whole && !mine ? (
                pinyin
              ) : (
                <>
                  <b>{keys.slice(0, ready)}</b>
                  {keys.slice(ready, letters.length)}
                  {tones && <i aria-hidden="true">{whole ? pinyin : ''}</i>}
                </>
              )}
            </span>
            <span className="character" lang="zh-CN">
              {character}
            </span>
            {mine && word && mute && (
              <span className="known-by" lang="zh-CN">
                {word}
              </span>
            )}
            {mine && word && !mute && (
              <button
                type="button"
                className="known-by"
                aria-label={t('child.read', { text: word })}
                onClick={onListen}
              >
                <Icon name="speaker-high" weight="fill" />
                <span lang="zh-CN">{word}</span>
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
