import { useState } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import type { PageForMe } from '#contract/shares.ts'
import { Button, DeskHead, Notice, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { PagePaper } from '../../paper/page-paper.tsx'
import { lookOnly } from '../look-only.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

export interface SharedPageProps {
  readonly page: PageForMe
  /** The child has taken it back. */
  readonly gone: boolean
  readonly onBack: () => void
}

/** One page, to look at: no print, no copy, no file. */
export function SharedPage({ page, gone, onBack }: SharedPageProps) {
  const { t, language } = useWords()
  const forget = useForget()
  const [at, turn] = useState(0)
  const asked = useAnswer('shares.look', { childId: page.childId, page: page.page }, { fresh: true })
  // The child may be drawing on it now.
  useEvent('shares.changed', () => forget('shares.look'))
  const shown = gone ? undefined : asked.value
  return (
    <>
      <DeskHead
        title={t('shared-pages.page', { name: page.childName })}
        right={<Button label={t('shared-pages.back')} icon="arrow-left" onPress={onBack} />}
      />
      {gone ? (
        <Notice tone="note" title={t('shared-pages.gone')} />
      ) : (
        asked.refusal && <Notice tone="bad" title={refusalWords(t, asked.refusal)} />
      )}
      {asked.waiting && !gone && <Waiting label={t('console.waiting')} />}
      {shown && (
        <article className="shared-paper" ref={lookOnly}>
          <header>
            <b>{shown.clockWrong ? t('shared-pages.some-day') : dayOf(shown.day, language)}</b>
            {shown.sheets.length > 1 && (
              <span className="shared-turn">
                <Button
                  label={t('shared-pages.previous')}
                  look="ghost"
                  icon="caret-left"
                  disabled={at === 0}
                  onPress={() => turn(at - 1)}
                />
                {t('shared-pages.sheet', { sheet: at + 1, sheets: shown.sheets.length })}
                <Button
                  label={t('shared-pages.next')}
                  look="ghost"
                  icon="caret-right"
                  disabled={at >= shown.sheets.length - 1}
                  onPress={() => turn(at + 1)}
                />
              </span>
            )}
          </header>
          <PagePaper
            page={shown}
            sheet={Math.min(at, shown.sheets.length - 1)}
            label={t('shared-pages.page', { name: page.childName })}
          />
          <Words page={shown} at={at} />
          <Voices page={shown} at={at} />
        </article>
      )}
    </>
  )
}

/** All the words of the sheet: what has no room on its lines is read here. */
function Words({ page, at }: { readonly page: DiaryPage; readonly at: number }) {
  const text = page.sheets[at]?.text ?? ''
  return text.length > 200 ? <p className="shared-words">{text}</p> : null
}

function Voices({ page, at }: { readonly page: DiaryPage; readonly at: number }) {
  const { t } = useWords()
  const voices = (page.sheets[at]?.marks ?? []).flatMap((mark) =>
    mark.kind === 'item' && mark.thing.kind === 'voice' ? [{ ...mark.thing, id: mark.id }] : [],
  )
  return voices.map(({ id, media, seconds }) => {
    const src = page.media[media]
    if (src === undefined) return null
    return (
      <p key={id} className="shared-voice">
        <span>{t('shared-pages.voice', { seconds })}</span>
        <audio controls controlsList="nodownload noplaybackrate" preload="none" src={src}>
          <track kind="captions" />
        </audio>
      </p>
    )
  })
}

function dayOf(day: string, language: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(year, month - 1, date))
}
