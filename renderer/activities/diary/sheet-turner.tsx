import './sheets.css'
import { RoundButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { mostSheets } from './fullness-rules.ts'

export interface SheetTurnerProps {
  /** From 0. */
  readonly number: number
  readonly sheets: number
  readonly onTurn: (number: number) => void
  readonly onMore: () => void
}

/** Turns over the sheets of a page; behind the last one lies the way to one more. */
export function SheetTurner({ number, sheets, onTurn, onMore }: SheetTurnerProps) {
  const { t } = useWords()
  return (
    <div className="sheet-turner" role="group" aria-label={t('diary.sheets')}>
      {sheets > 1 && (
        <RoundButton
          label={t('diary.sheet.previous')}
          icon="caret-left"
          weight="bold"
          disabled={number === 0}
          onPress={() => onTurn(number - 1)}
        />
      )}
      {sheets > 1 && <span role="status">{t('diary.sheet.of', { number: number + 1, sheets })}</span>}
      {number < sheets - 1 ? (
        <RoundButton
          label={t('diary.sheet.next')}
          icon="caret-right"
          weight="bold"
          onPress={() => onTurn(number + 1)}
        />
      ) : (
        <MoreSheets sheets={sheets} onMore={onMore} />
      )}
    </div>
  )
}

/** One more sheet; or that there is none, and what to do. */
function MoreSheets({ sheets, onMore }: Pick<SheetTurnerProps, 'sheets' | 'onMore'>) {
  const { t } = useWords()
  const full = t('diary.full-of.sheets')
  if (sheets >= mostSheets)
    return (
      <span className="no-more-sheets" role="status">
        <Picture name="book" />
        <SpokenText pinyin={false}>{full}</SpokenText>
        <Speak text={full} label={t('child.read', { text: full })} />
      </span>
    )
  return (
    <button type="button" className="more-sheets" onClick={onMore}>
      <Icon name="plus" weight="bold" />
      {t('diary.sheet.more')}
    </button>
  )
}
