import { RoundButton } from '#ui/child/buttons.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Deed } from './composition-rules.ts'
import type { WriterView } from './writer.ts'

export interface CandidateBarProps {
  readonly view: WriterView
  readonly onDeed: (deed: Deed) => void
}

/** With more syllables the hint of the space key has no room beside them. */
const hintedSyllables = 5

/** How the candidates lie, by how many characters they have: in one row, in one where the bar is wide, in two. */
function rowsOf(texts: readonly string[]): string {
  const [first = 0, ...others] = texts.map((text) => Array.from(text).length)
  const rest = others.reduce((sum, one) => sum + one, 0)
  if (first + rest <= 8) return ''
  if (first + rest <= 13) return 'some'
  if (first <= 5) return 'many'
  return rest <= 8 ? 'many under-one' : 'many under-one long'
}

/** What was typed, syllable by syllable, and six that may be meant; the first is taken by the space key. */
export function CandidateBar({ view, onDeed }: CandidateBarProps) {
  const { t } = useWords()
  const { composition, shown, hasMore, syllables, dictionary } = view
  return (
    <>
      <p className="typed" role="status" aria-label={t('writing.typed', { letters: composition.letters })}>
        <span className="syllables">
          {syllables.map((syllable, index) => (
            // A syllable has no name but its place.
            <span key={index}>{syllable.replaceAll('v', 'ü')}</span>
          ))}
          <em />
        </span>
        {shown.length > 0 && syllables.length <= hintedSyllables && (
          <small>
            {t('writing.first.before')}
            <i aria-label={t('writing.keys.space')} role="img" />
            {t('writing.first.after')}
          </small>
        )}
      </p>
      {dictionary !== 'here' ? (
        <p className="no-words">{t(dictionary === 'away' ? 'writing.away' : 'writing.waits')}</p>
      ) : shown.length === 0 ? (
        <p className="no-words">{t('writing.none')}</p>
      ) : (
        <div
          className={`candidates ${rowsOf(shown.map(({ text }) => text))}`.trim()}
          role="group"
          aria-label={t('writing.candidates')}
        >
          <div className="offered">
            {shown.map(({ text }, place) => (
              <button
                key={text}
                type="button"
                tabIndex={-1}
                className={place === 0 ? 'first' : undefined}
                onClick={() => onDeed({ kind: 'pick', place })}
              >
                <small>{place + 1}</small>
                <span lang="zh-CN">{text}</span>
              </button>
            ))}
          </div>
          {composition.page > 0 && (
            <RoundButton
              label={t('writing.before')}
              icon="caret-left"
              weight="bold"
              onPress={() => onDeed({ kind: 'turn', by: -1 })}
            />
          )}
          {hasMore && (
            <RoundButton
              label={t('writing.more')}
              icon="caret-right"
              weight="bold"
              onPress={() => onDeed({ kind: 'turn', by: 1 })}
            />
          )}
        </div>
      )}
    </>
  )
}
