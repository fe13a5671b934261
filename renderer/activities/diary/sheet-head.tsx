import { memo, useSyncExternalStore } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import { Icon } from '#ui/icon.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { dayWords } from './day-words.ts'
import type { Saver } from './saver.ts'
import { GivenMark } from './share/given-mark.tsx'

/** The head of the sheet: day, who can see it, and whether it is kept. */
export const SheetHead = memo(function SheetHead({
  page,
  saver,
}: {
  readonly page: DiaryPage
  readonly saver: Saver
}) {
  const { t, language } = useWords()
  const { day, weekday } = page.clockWrong
    ? { day: t('diary.some-day'), weekday: '' }
    : dayWords(page.day, language)
  return (
    <header className="sheet-head">
      <span>{day}</span>
      {weekday && <span className="weekday">{weekday}</span>}
      <GivenMark page={page.id} />
      <SavedMark saver={saver} />
    </header>
  )
})

function SavedMark({ saver }: { readonly saver: Saver }) {
  const { t } = useWords()
  const saved = useSyncExternalStore(saver.subscribe, saver.saved)
  if (saved.at === 'unsaved') {
    return (
      <span className="saved not" role="alert">
        <Icon name="warning" weight="fill" />
        {t('diary.unsaved')}
      </span>
    )
  }
  return (
    <span className="saved" role="status">
      <Icon name={saved.at === 'saved' ? 'check-circle' : 'circle-dashed'} weight="fill" />
      {saved.at === 'saved' ? t('diary.saved') : t('diary.saving')}
    </span>
  )
}

/** What is safe, and what to do, while main cannot keep the page. */
export function UnsavedNote({ saver }: { readonly saver: Saver }) {
  const { t } = useWords()
  const why = useRefusalWords()
  const saved = useSyncExternalStore(saver.subscribe, saver.saved)
  if (saved.at !== 'unsaved') return null
  return <p className="unsaved-note">{t('diary.unsaved-note', { why: why({ code: saved.code }) })}</p>
}

/** The page holds no more words: what to do, said and read aloud, in the place of the idea (under the sheet lies the bar of the keys). `left`: characters that found no room. */
export function FullNote({ left }: { readonly left: number }) {
  const { t } = useWords()
  const words = t(left > 0 ? 'diary.full-left' : 'diary.full')
  return (
    <div className="idea full-note" role="status">
      <p className="idea-top">
        <Picture name="book" />
      </p>
      <p>
        <SpokenText pinyin={false}>{words}</SpokenText>
      </p>
      <Speak text={words} label={t('child.read', { text: words })} />
    </div>
  )
}
