import { useState } from 'react'
import type { AlbumShelf } from '#contract/album.ts'
import { RoundButton } from '#ui/child/buttons.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { monthWord } from '../day-words.ts'

export interface MonthsProps {
  readonly months: readonly { readonly month: string; readonly pages: number }[]
  readonly undated: number
  /** YYYY-MM; null while the seat does not know. */
  readonly now: string | null
  readonly shelf: AlbumShelf | undefined
  readonly onShelf: (shelf: AlbumShelf) => void
}

/** Most dots under a month: more says nothing to a child. */
const dots = 5

const monthsOfYear = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
const isMonth = (shelf: AlbumShelf | undefined): shelf is string => /^\d{4}-\d{2}$/.test(shelf ?? '')

/** A year and its twelve months, each with a dot for a page or for some; and the pages whose day nobody knows. */
export function Months({ months, undated, now, shelf, onShelf }: MonthsProps) {
  const { t, language } = useWords()
  const years = [
    ...new Set([...months.map(({ month }) => month.slice(0, 4)), ...(now ? [now.slice(0, 4)] : [])]),
  ].toSorted()
  const [turned, turn] = useState<string>()
  const year = turned ?? (isMonth(shelf) ? shelf.slice(0, 4) : years.at(-1)) ?? ''
  const at = years.indexOf(year)
  const pagesOf = new Map(months.map(({ month, pages }) => [month, pages]))
  return (
    <div className="months" role="group" aria-label={t('diary.album.months')}>
      <RoundButton
        label={t('diary.album.year-before')}
        icon="caret-left"
        weight="bold"
        disabled={at <= 0}
        onPress={() => turn(years[at - 1])}
      />
      <b className="months-year">{t('diary.album.year', { year })}</b>
      <ul>
        {monthsOfYear.map((number) => {
          const month = `${year}-${number}`
          const pages = pagesOf.get(month) ?? 0
          return (
            <li key={month}>
              <button
                type="button"
                aria-pressed={shelf === month}
                aria-label={t('diary.album.month-count', {
                  month: monthWord(Number(number), language),
                  count: pages,
                })}
                disabled={pages === 0}
                onClick={() => onShelf(month)}
              >
                <span>{monthWord(Number(number), language)}</span>
                <i aria-hidden="true">{'•'.repeat(Math.min(pages, dots))}</i>
              </button>
            </li>
          )
        })}
        {undated > 0 && (
          <li>
            <button type="button" aria-pressed={shelf === 'undated'} onClick={() => onShelf('undated')}>
              <span>{t('diary.album.undated')}</span>
              <i aria-hidden="true">{'•'.repeat(Math.min(undated, dots))}</i>
            </button>
          </li>
        )}
      </ul>
      <RoundButton
        label={t('diary.album.year-after')}
        icon="caret-right"
        weight="bold"
        disabled={at < 0 || at >= years.length - 1}
        onPress={() => turn(years[at + 1])}
      />
    </div>
  )
}
