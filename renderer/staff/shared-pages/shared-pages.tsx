import './shared-pages.css'
import { useState } from 'react'
import type { PageForMe } from '#contract/shares.ts'
import { Button, Chip, DeskHead, EmptyState, Face, Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { BookPanel } from './book-panel.tsx'
import { SharedPage } from './shared-page.tsx'

/** Drawn at once; more on a press, so that five hundred are no wait. */
const some = 60

/** What children gave to whoever is signed in, by name (D2): the newest first, to look at and nothing else. */
export default function SharedPages() {
  const { t, language } = useWords()
  const forget = useForget()
  const [open, setOpen] = useState<PageForMe>()
  const [shown, show] = useState(some)
  const pages = useAnswer('shares.withMe', undefined, { fresh: true })
  useEvent('shares.changed', () => forget('shares.withMe'))
  const day = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const given = open && pages.value?.find(({ page }) => page === open.page)
  if (open)
    return (
      <SharedPage page={open} gone={pages.value !== undefined && !given} onBack={() => setOpen(undefined)} />
    )
  return (
    <>
      <DeskHead title={t('shared-pages.title')} />
      <BookPanel />
      {pages.refusal && <Notice tone="bad" title={refusalWords(t, pages.refusal)} />}
      {pages.waiting && <Waiting label={t('console.waiting')} />}
      {pages.value?.length === 0 && (
        <EmptyState title={t('shared-pages.empty')} hint={t('shared-pages.empty-hint')} />
      )}
      {pages.value && pages.value.length > 0 && (
        <Panel title={String(pages.value.length)} note={t('shared-pages.note')}>
          <ul className="shared-list">
            {pages.value.slice(0, shown).map((page) => (
              <li key={page.page}>
                <Face face={page.face} size={40} />
                <p>
                  <b>{page.childName}</b>
                  <small>
                    {page.classLabel} ·{' '}
                    {page.clockWrong
                      ? t('shared-pages.clock-wrong')
                      : t('shared-pages.given', { day: day.format(page.givenAt) })}
                  </small>
                </p>
                <Chip tone={page.looked ? 'good' : 'care'}>
                  {t(page.looked ? 'shared-pages.looked' : 'shared-pages.new')}
                </Chip>
                <Button
                  label={t('shared-pages.look')}
                  look={page.looked ? 'ghost' : 'main'}
                  onPress={() => setOpen(page)}
                />
              </li>
            ))}
          </ul>
          {pages.value.length > shown && (
            <Button label={t('shared-pages.more')} look="ghost" onPress={() => show(shown + some)} />
          )}
        </Panel>
      )}
    </>
  )
}
