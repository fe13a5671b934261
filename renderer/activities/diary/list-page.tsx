import './list.css'
import { useState } from 'react'
import type { AlbumShelf } from '#contract/album.ts'
import type { DiaryPage } from '#contract/diary.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { pageCount } from '#ui/pages-rules.ts'
import { useAnswer, useDo, useEvent } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { BeginPage } from './begin-page.tsx'
import { AlbumCard } from './list/album-card.tsx'
import { Months } from './list/months.tsx'
import { openAhead } from './page-ahead.ts'
import { ThisDay } from './list/this-day.tsx'
import { YearBook } from './year-book/year-book.tsx'

/** The diary's pages by month, the ones that the child likes, this day in other years (D7). */
export function DiaryList() {
  const [isBook, setBook] = useState(false)
  const [fresh, setFresh] = useState<DiaryPage>()
  return (
    <ChildPage door="diary">
      {isBook ? (
        <YearBook onBack={() => setBook(false)} />
      ) : fresh ? (
        <BeginPage page={fresh} onBack={() => setFresh(undefined)} />
      ) : (
        <Album onBook={() => setBook(true)} onBegun={setFresh} />
      )}
    </ChildPage>
  )
}

interface AlbumProps {
  readonly onBook: () => void
  /** A fresh page is there. */
  readonly onBegun: (page: DiaryPage) => void
}

function Album({ onBook, onBegun }: AlbumProps) {
  const { t } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  const [wanted, turnTo] = useState<{ readonly shelf: AlbumShelf; readonly screen: number }>()
  const months = useAnswer('album.months', undefined, { fresh: true })
  const thisDay = useAnswer('album.thisDay', undefined, { fresh: true })
  const latest: AlbumShelf | undefined =
    months.value && (months.value.months[0]?.month ?? (months.value.undated > 0 ? 'undated' : undefined))
  const shelf = wanted?.shelf ?? latest
  const screen = wanted?.screen ?? 0
  const day = thisDay.value ?? null
  // Pages on one screen: only these are asked for, however thick the diary is.
  const limit = day ? 6 : 8
  const asked = useAnswer(
    'album.pages',
    { shelf: shelf ?? 'undated', screen, limit },
    { fresh: true, when: shelf !== undefined },
  )
  useEvent('shares.changed', asked.again)
  // The screen behind this one is there before it is turned to.
  useAnswer(
    'album.pages',
    { shelf: shelf ?? 'undated', screen: screen + 1, limit },
    { fresh: true, when: (asked.value?.total ?? 0) > (screen + 1) * limit },
  )
  // What was shown stays until the next cards are there: nothing blinks.
  const [last, setLast] = useState(asked.value)
  if (asked.value && asked.value !== last) setLast(asked.value)
  const shown = asked.value ?? last
  const open = async (page: string) => {
    await openAhead(page)
    go('diary-page', page)
  }
  const begin = useDo('diary.begin', { done: onBegun })
  const like = useDo('album.like', { stale: ['album.pages', 'album.thisDay'] })
  const refusal = months.refusal ?? asked.refusal ?? begin.refusal ?? like.refusal
  const pages = shown?.pages ?? []
  const count = pageCount(shown?.total ?? 0, limit)
  const title = t('diary.title')
  const isNew = months.value !== undefined && latest === undefined
  return (
    <main className="pages">
      <div className="line">
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={title} label={t('child.read', { text: title })} />
        <div className="album-acts">
          <Pager
            page={screen}
            pages={count}
            onPage={(to) => shelf && turnTo({ shelf, screen: to })}
            previousLabel={t('who.previous')}
            nextLabel={t('who.next')}
            label={t('who.page', { page: screen + 1, pages: count })}
          />
          <Pill
            picture="heart"
            label={t('diary.album.liked')}
            pressed={shelf === 'liked'}
            onPress={() => turnTo(shelf === 'liked' ? undefined : { shelf: 'liked', screen: 0 })}
          />
          {!isNew && <Pill picture="book" label={t('diary.album.book')} onPress={onBook} />}
          <GoButton
            label={t('diary.new')}
            icon="pencil-simple"
            busy={begin.busy}
            busyLabel={t('child.wait')}
            onPress={() => begin.go()}
          />
        </div>
      </div>
      {months.value && !isNew && (
        <Months
          months={months.value.months}
          undated={months.value.undated}
          now={months.value.now}
          shelf={shelf}
          onShelf={(next) => turnTo({ shelf: next, screen: 0 })}
        />
      )}
      <div className={day ? 'album-body has-day' : 'album-body'}>
        {day && <ThisDay found={day} onOpen={() => void open(day.page.id)} />}
        {refusal ? (
          <SayCard
            kind="error"
            title={why(refusal)}
            hint={t('child.broken.hint')}
            action={{
              label: t('child.again'),
              onPress: () => {
                begin.reset()
                like.reset()
                months.again()
                asked.again()
              },
            }}
          />
        ) : isNew ? (
          <div className="diary-say">
            <SayCard kind="empty" title={t('diary.empty.title')} hint={t('diary.empty.hint')} />
          </div>
        ) : !shown ? (
          <Loading label={t('child.wait')} shape="cards" />
        ) : pages.length === 0 ? (
          <div className="diary-say">
            <SayCard
              kind="empty"
              title={t(shelf === 'liked' ? 'diary.album.liked-empty' : 'diary.album.month-empty')}
              hint={t(shelf === 'liked' ? 'diary.album.liked-empty-hint' : 'diary.empty.hint')}
            />
          </div>
        ) : (
          <ul className="album-cards" aria-label={t('diary.list')}>
            {pages.map((page) => (
              <li key={page.id}>
                <AlbumCard
                  page={page}
                  onOpen={() => void open(page.id)}
                  onLike={() => like.go({ page: page.id, on: !page.liked })}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}
