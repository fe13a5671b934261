import './list.css'
import { useState } from 'react'
import type { PageSummary } from '#contract/diary.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { pageCount } from '#ui/pages-rules.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { ChildPage } from '../../pupil/session/child-page.tsx'
import { useGo } from '../../pupil/session/session.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { dayWords } from './day-words.ts'

/** Pages on one screen: only these are asked for, however thick the diary is. */
const shown = 8

/** The diary's pages, newest first. */
export function DiaryList() {
  const { t, language } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  // The last page of each screen before this one: main goes on from there.
  const [way, setWay] = useState<readonly string[]>([])
  const before = way.at(-1)
  const asked = useAnswer('diary.pages', before === undefined ? { limit: shown } : { before, limit: shown }, {
    fresh: true,
  })
  const begin = useDo('diary.begin', { done: (page) => go('diary-page', page.id) })
  const pages = asked.value?.pages ?? []
  const count = pageCount(asked.value?.total ?? 0, shown)
  const title = t('diary.title')
  const known = pages.filter((page) => !page.clockWrong)
  const months = [...new Set(known.map((page) => dayWords(page.day, language).month))]
  const turn = (to: number) => {
    const last = pages.at(-1)
    if (to < way.length) setWay(way.slice(0, -1))
    else if (last) setWay([...way, last.id])
  }
  return (
    <ChildPage door="diary">
      <main className="pages">
        <div className="line">
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <Speak text={title} label={t('child.read', { text: title })} />
          <p className="soft months">{months.length > 1 ? `${months.at(-1)} – ${months[0]}` : months[0]}</p>
          <GoButton
            label={t('diary.new')}
            icon="pencil-simple"
            busy={begin.busy}
            busyLabel={t('child.wait')}
            onPress={() => begin.go()}
          />
        </div>
        {asked.refusal || begin.refusal ? (
          <SayCard
            kind="error"
            title={why(asked.refusal ?? begin.refusal ?? { code: 'unexpected' })}
            hint={t('child.broken.hint')}
            action={{
              label: t('child.again'),
              onPress: () => {
                begin.reset()
                asked.again()
              },
            }}
          />
        ) : !asked.value ? (
          <Loading label={t('child.wait')} shape="cards" />
        ) : pages.length === 0 ? (
          <div className="diary-say">
            <SayCard kind="empty" title={t('diary.empty.title')} hint={t('diary.empty.hint')} />
          </div>
        ) : (
          <ul className="page-cards" aria-label={t('diary.list')}>
            {pages.map((page) => (
              <li key={page.id}>
                <PageCard page={page} onOpen={() => go('diary-page', page.id)} />
              </li>
            ))}
          </ul>
        )}
        <Pager
          page={way.length}
          pages={count}
          onPage={turn}
          previousLabel={t('who.previous')}
          nextLabel={t('who.next')}
          label={t('who.page', { page: way.length + 1, pages: count })}
        />
      </main>
    </ChildPage>
  )
}

function PageCard({ page, onOpen }: { readonly page: PageSummary; readonly onOpen: () => void }) {
  const { t, language } = useWords()
  const { day, weekday } = page.clockWrong
    ? { day: t('diary.some-day'), weekday: '' }
    : dayWords(page.day, language)
  return (
    <button type="button" className="page-card" onClick={onOpen}>
      <span className="page-paper">
        {page.isClosed && (
          <span className="page-closed" role="img" aria-label={t('diary.closed')}>
            <Picture name="locked" />
          </span>
        )}
        {page.thumbnail && <img src={page.thumbnail} alt="" loading="lazy" decoding="async" />}
        {page.opening && <span className="page-opening">{page.opening}</span>}
      </span>
      <span className="page-day">
        <b>{day}</b>
        {weekday && <span className="soft">{weekday}</span>}
      </span>
    </button>
  )
}
