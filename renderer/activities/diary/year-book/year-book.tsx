import './year-book.css'
import { useEffect, useState } from 'react'
import type { AlbumPage } from '#contract/album.ts'
import type { Refusal } from '#contract/refusal.ts'
import { GoButton, Pill, RoundButton } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { call } from '../../../api/house.ts'
import { useAnswer } from '../../../api/query.tsx'
import { useRefusalWords } from '../../../i18n/child-refusal-words.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { useChild } from '../../../pupil/session/session.tsx'
import { PageFace } from '../list/album-card.tsx'
import { dayWords } from '../day-words.ts'
import { ReceiverFace, whoSees } from '../share/receiver.tsx'
import { BookReady } from './book-ready.tsx'
import { Cover } from './cover.tsx'

/** Cards on one screen. */
const shown = 8
/** Pages that are asked for at once, and the most that one book holds: a thick one of a hundred sheets. */
const most = 400

/** Every page of a shelf, asked for screen by screen. */
function useAllPages(shelf: string | undefined) {
  const [found, keep] = useState<{ readonly shelf: string; readonly pages: readonly AlbumPage[] }>()
  const [refusal, refuse] = useState<Refusal>()
  useEffect(() => {
    let here = true
    void (async () => {
      if (shelf === undefined) return
      const pages: AlbumPage[] = []
      for (let screen = 0; ; screen++) {
        const answer = await call('album.pages', { shelf, screen, limit: most })
        if (!here) return
        if (!answer.ok) return refuse(answer.error)
        pages.push(...answer.value.pages)
        if (answer.value.pages.length === 0 || pages.length >= answer.value.total) break
      }
      keep({ shelf, pages })
    })()
    return () => {
      here = false
    }
  }, [shelf])
  return { pages: found?.shelf === shelf ? found?.pages : undefined, refusal }
}

interface MonthScreen {
  readonly month: string
  readonly pages: readonly AlbumPage[]
}

/** Months in order, each on as many screens as it takes. */
function screensOf(pages: readonly AlbumPage[]): readonly MonthScreen[] {
  const months = Map.groupBy(pages.toReversed(), ({ day }) => day.slice(0, 7))
  return [...months].flatMap(([month, all]) =>
    Array.from({ length: Math.ceil(all.length / shown) }, (_, at) => ({
      month,
      pages: all.slice(at * shown, (at + 1) * shown),
    })),
  )
}

/** The child's year as a book (D7): which pages are in it, its cover, and that a teacher may print it now. */
export function YearBook({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords()
  const why = useRefusalWords()
  const months = useAnswer('album.months', undefined, { fresh: true })
  const years = [...new Set(months.value?.months.map(({ month }) => month.slice(0, 4)))].toSorted()
  const [wanted, setYear] = useState<string>()
  const year = wanted ?? years.at(-1)
  const asked = useAllPages(year)
  const refusal = months.refusal ?? asked.refusal
  if (refusal || (months.value && year === undefined))
    return (
      <div className="diary-say">
        <SayCard
          kind={refusal ? 'error' : 'empty'}
          title={refusal ? why(refusal) : t('diary.empty.title')}
          hint={refusal ? t('child.broken.hint') : t('diary.empty.hint')}
          action={{ label: t('diary.book.back'), onPress: onBack }}
        />
      </div>
    )
  if (!asked.pages || year === undefined) return <Loading label={t('child.wait')} />
  return (
    <Choosing
      key={year}
      year={year}
      years={years}
      onYear={setYear}
      pages={asked.pages.filter(({ isClosed }) => !isClosed)}
      onBack={onBack}
    />
  )
}

interface ChoosingProps {
  readonly year: string
  readonly years: readonly string[]
  readonly onYear: (year: string) => void
  /** Newest first. */
  readonly pages: readonly AlbumPage[]
  readonly onBack: () => void
}

function Choosing({ year, years, onYear, pages, onBack }: ChoosingProps) {
  const { t, language } = useWords()
  const child = useChild()
  const screens = screensOf(pages)
  const [at, turnTo] = useState(Math.max(0, screens.length - 1))
  // What only the child sees is in the book where the child puts it.
  const [picked, pick] = useState<ReadonlySet<string>>(
    () => new Set(pages.filter(({ given }) => given !== null).map(({ id }) => id)),
  )
  const [cover, setCover] = useState<string>()
  const [isReady, setReady] = useState(false)
  const chosen = pages.filter(({ id }) => picked.has(id)).toReversed()
  const withPicture = chosen.filter(({ thumbnail }) => thumbnail !== null)
  const front = withPicture.find(({ id }) => id === cover) ?? withPicture.at(-1)
  const screen = screens[at]
  const title = t('diary.book.title')
  const yearAt = years.indexOf(year)
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    pick(next)
  }
  const ofMonth = pages.filter(({ day }) => day.slice(0, 7) === screen?.month)
  const isWhole = ofMonth.every(({ id }) => picked.has(id))
  /** All pages of the month that is shown, or none of them. */
  const pickMonth = () => {
    const next = new Set(picked)
    for (const { id } of ofMonth) {
      if (isWhole) next.delete(id)
      else next.add(id)
    }
    pick(next)
  }
  const isTooThick = chosen.length > most
  const nextCover = () => {
    const now = withPicture.findIndex(({ id }) => id === front?.id)
    setCover(withPicture[(now + 1) % Math.max(1, withPicture.length)]?.id)
  }
  if (isReady) return <BookReady year={year} pages={chosen} cover={front} onBack={() => setReady(false)} />
  const monthWord = screen
    ? new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' }).format(
        new Date(Number(screen.month.slice(0, 4)), Number(screen.month.slice(5)) - 1, 1),
      )
    : year
  return (
    <main className="book">
      <div className="line">
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={`${title}。${t('diary.book.rule')}`} label={t('child.read', { text: title })} />
        <p className="soft">{t('diary.book.rule')}</p>
        <div className="book-month" role="group" aria-label={t('diary.album.months')}>
          <RoundButton
            label={t('diary.book.month-before')}
            icon="caret-left"
            weight="bold"
            disabled={at === 0 && yearAt <= 0}
            onPress={() => (at > 0 ? turnTo(at - 1) : onYear(years[yearAt - 1] ?? year))}
          />
          <b>{monthWord}</b>
          <RoundButton
            label={t('diary.book.month-after')}
            icon="caret-right"
            weight="bold"
            disabled={at >= screens.length - 1 && yearAt >= years.length - 1}
            onPress={() => (at < screens.length - 1 ? turnTo(at + 1) : onYear(years[yearAt + 1] ?? year))}
          />
        </div>
      </div>
      <div className="book-front">
        <Cover name={t('diary.book.name', { name: child.given })} page={front} />
        {withPicture.length > 1 && (
          <Pill label={t('diary.book.cover')} icon="arrow-clockwise" onPress={nextCover} />
        )}
      </div>
      <ul className="book-cards">
        {screen?.pages.map((page) => (
          <li key={page.id}>
            <button
              type="button"
              className="book-card"
              aria-pressed={picked.has(page.id)}
              onClick={() => toggle(page.id)}
            >
              <PageFace page={page} />
              <span className="book-day">
                <b>{dayWords(page.day, language).short}</b>
                <span className="quiet">{whoSees(page.given, t)}</span>
                <ReceiverFace to={page.given?.to ?? null} />
                {picked.has(page.id) ? (
                  <Icon name="check-circle" weight="fill" />
                ) : (
                  <Icon name="circle" weight="regular" />
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="book-foot">
        <Pill icon="arrow-left" weight="bold" label={t('diary.book.back')} onPress={onBack} />
        <Pill
          icon={isWhole ? 'x' : 'check'}
          weight="bold"
          label={t(isWhole ? 'diary.book.month-none' : 'diary.book.month-all')}
          onPress={pickMonth}
        />
        <p className={isTooThick ? 'book-thick' : 'soft'} role="status">
          {isTooThick
            ? t('diary.book.too-thick', { count: chosen.length, most })
            : t('diary.book.count', { count: chosen.length })}
        </p>
        <GoButton
          icon="printer"
          label={t('diary.book.ask')}
          disabled={chosen.length === 0 || isTooThick}
          onPress={() => setReady(true)}
        />
      </div>
    </main>
  )
}
