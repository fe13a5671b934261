import '#ui/fonts-child.css'
import './open-view.css'
import { useEffect, useState } from 'react'
import type { OpeningNow } from '#contract/openings.ts'
import { Button, Icon, Notice, Panel, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo, useForget } from '../../api/query.tsx'
import { PagePaper } from '../../paper/page-paper.tsx'
import { lookOnly } from '../look-only.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { NextSteps } from './next-steps.tsx'
import { useDayWords } from './use-day-words.ts'
import { useLeft } from './use-left.ts'

/** What stands open: to look only, framed on all four sides, the names of both across it. */
export function OpenView({ now }: { readonly now: OpeningNow }) {
  const { t, language } = useWords()
  const forget = useForget()
  const leftMs = useLeft(now.leftMs)
  const close = useDo('openings.close', { stale: ['openings.now', 'openings.record', 'openings.look'] })
  const [at, turnTo] = useState(0)
  const over = leftMs === 0
  useEffect(() => {
    if (over) forget('openings.now')
  }, [over, forget])
  const names = now.adults.join('、')
  const [one = '', other = ''] = now.adults
  const time = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }) // prettier-ignore
  const date = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' })
  const stamp = t('opening.now.stamp', { names, at: time.format(now.at) })
  const page = now.pages[at]
  const minutes = Math.ceil(leftMs / 60_000)

  return (
    <div className="opened" ref={lookOnly}>
      <header>
        <b>
          <Icon name="eye" weight="fill" />
          {t('opening.now.title')}
        </b>
        <span className="opened-chip">{names}</span>
        <span className="opened-chip">
          {t('opening.now.reason', { reason: t(`opening.reason.${now.reason}`) })}
        </span>
        <span className="opened-chip">{t('opening.now.number', { number: now.number })}</span>
        <Button label={t('opening.now.close')} icon="x" large busy={close.busy} onPress={() => close.go()} />
      </header>
      <div className="opened-in">
        <article>
          {page && <OpenPage key={page.id} now={now} id={page.id} stamp={stamp} />}
          {now.pages.length > 1 && (
            <nav aria-label={t('opening.now.page', { page: at + 1, pages: now.pages.length })}>
              <Button
                label={t('opening.now.previous')}
                icon="caret-left"
                disabled={at === 0}
                onPress={() => turnTo(at - 1)}
              />
              <span>{t('opening.now.page', { page: at + 1, pages: now.pages.length })}</span>
              <Button
                label={t('opening.now.next-page')}
                icon="caret-right"
                iconLast
                disabled={at === now.pages.length - 1}
                onPress={() => turnTo(at + 1)}
              />
            </nav>
          )}
        </article>
        <aside>
          <Panel inset>
            <p className="opened-left" role="timer">
              <small>{t('opening.now.left')}</small>
              <b>
                {minutes > 1
                  ? t('opening.now.left-minutes', { minutes })
                  : t('opening.now.left-seconds', { seconds: Math.ceil(leftMs / 1000) })}
              </b>
              <span className="track">
                <i style={{ transform: `scaleX(${leftMs / now.lengthMs})` }} />
              </span>
              <small>{t('opening.now.rules')}</small>
            </p>
          </Panel>
          <NextSteps now={now} />
          <Panel title={t('opening.now.will-see', { name: now.childName })} tone="warm" inset>
            <p className="opened-said">
              {t('opening.now.will-say', { day: date.format(now.at), one, other })}
            </p>
          </Panel>
        </aside>
      </div>
    </div>
  )
}

function OpenPage({
  now,
  id,
  stamp,
}: {
  readonly now: OpeningNow
  readonly id: string
  readonly stamp: string
}) {
  const { t } = useWords()
  const day = useDayWords()
  const page = useAnswer('openings.page', { id }, { fresh: true })
  const named = now.pages.find((each) => each.id === id)
  const title = named?.clockWrong || !named ? t('table.no-date') : day(named.day)
  const voices = (page.value?.sheets ?? []).flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'item' && mark.thing.kind === 'voice' ? [mark.thing] : [])),
  )
  return (
    <div className="opened-page">
      <header>
        <b>{now.childName}</b>
        <span>{title}</span>
        <span className="opened-only">
          <Icon name="lock-simple-open" weight="fill" />
          {t('opening.now.only')}
        </span>
      </header>
      {page.waiting && <Waiting label={t('console.waiting')} />}
      {page.refusal && <Notice tone="care" title={refusalWords(t, page.refusal)} />}
      <div className="opened-sheets">
        {page.value?.sheets.map((_, number) => (
          // oxlint-disable-next-line react/no-array-index-key -- the sheets of a page that only is looked at
          <PagePaper
            key={number}
            page={page.value ?? { sheets: [], media: {} }}
            sheet={number}
            label={title}
          />
        ))}
      </div>
      {voices.map(({ media, seconds }) => (
        <p key={media} className="opened-voice">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a child's own voice has no transcript */}
          <audio
            controls
            controlsList="nodownload"
            src={page.value?.media[media]}
            aria-label={t('opening.now.hear')}
          />
          <span>{t('opening.now.voice', { seconds })}</span>
        </p>
      ))}
      <div className="opened-stamp" aria-hidden="true">
        {Array.from({ length: 15 }, (_, at) => (
          <i key={at}>{stamp}</i>
        ))}
      </div>
    </div>
  )
}
