import { useState } from 'react'
import type { LookedLine } from '#contract/me.ts'
import type { Deed } from '#contract/me-choices.ts'
import { Pager } from '#ui/child/choices.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { Speak } from '#ui/child/speak.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { dayWords } from '../../activities/diary/day-words.ts'
import { useWords } from '../../i18n/use-words.tsx'

/** Two columns of four. */
const PAGE = 8

const pictures: Readonly<Record<Deed, PictureName>> = {
  looked: 'eyes',
  family: 'house-garden',
  wrote: 'pencil',
  pictures: 'key',
  talked: 'speech',
  pages: 'book',
  time: 'sun',
}

/** Which grown-up looked at what of me, on which day: everybody by name (S11). */
export function LookedList({ lines }: { readonly lines: readonly LookedLine[] }) {
  const { t, language } = useWords()
  const [page, setPage] = useState(0)
  const pages = pageCount(lines.length, PAGE)
  if (lines.length === 0)
    return <SayCard kind="empty" title={t('me.known.looked-none')} hint={t('me.known.hint')} />
  return (
    <section className="looked">
      <ul>
        {pageOf(lines, page, PAGE).map(({ id, name, deed, day }) => {
          const who = t('me.known.looked-line', {
            name: name || t('me.known.somebody'),
            day: day === null ? t('me.known.day-not-known') : dayWords(day, language).day,
          })
          const words = `${who}。${t(`me.known.deed.${deed}`)}`
          return (
            <li key={id} className="card">
              <Picture name={pictures[deed]} />
              <p>
                <b>{who}</b>
                <span className="soft">{t(`me.known.deed.${deed}`)}</span>
              </p>
              <Speak text={words} label={t('child.read', { text: words })} />
            </li>
          )
        })}
      </ul>
      <Pager
        page={page}
        pages={pages}
        onPage={setPage}
        previousLabel={t('me.known.previous')}
        nextLabel={t('me.known.next')}
        label={t('me.known.page', { page: page + 1, pages })}
      />
    </section>
  )
}
