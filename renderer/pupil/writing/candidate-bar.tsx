import { RoundButton } from '#ui/child/buttons.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Deed } from './composition-rules.ts'
import type { WriterView } from './writer.ts'

export interface CandidateBarProps {
  readonly view: WriterView
  readonly onDeed: (deed: Deed) => void
}

/** What was typed, syllable by syllable, and six that may be meant; the first is taken by the space key. */
export function CandidateBar({ view, onDeed }: CandidateBarProps) {
  const { t } = useWords()
  const { composition, shown, hasMore, syllables, dictionary } = view
  return (
    <>
      <p className="typed" role="status" aria-label={t('writing.typed', { letters: composition.letters })}>
        {syllables.map((syllable, index) => (
          // A syllable has no name but its place.
          <span key={index}>{syllable.replaceAll('v', 'ü')}</span>
        ))}
        <em />
        {shown.length > 0 && (
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
        <div className="candidates" role="group" aria-label={t('writing.candidates')}>
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
