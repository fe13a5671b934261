import './mood-mark.css'
import { memo, useEffect, useState } from 'react'
import type { DiarySheet } from '#contract/diary.ts'
import { moods, type Mood } from '#contract/feelings.ts'
import { Feel, FeelNothing } from '#ui/child/feel.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Desk } from './desk.ts'
import { roomFor } from './fullness-rules.ts'

export interface MoodMarkProps {
  readonly desk: Desk
  readonly sheets: readonly DiarySheet[]
}

/**
 * How the child felt on the day of this page (D4): offered at its head and never asked. A tap opens the faces, one more puts one on the
 * sheet, where it is a thing like any other: sealed with the page, taken back by undo, told to nobody.
 */
export const MoodMark = memo(function MoodMark({ desk, sheets }: MoodMarkProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const lying = sheets.flatMap(({ marks }) =>
    marks.flatMap((mark) =>
      mark.kind === 'item' && mark.thing.kind === 'mood' ? [{ id: mark.id, mood: mark.thing.mood }] : [],
    ),
  )
  const [last] = lying.slice(-1)
  const hasRoom = last !== undefined || roomFor(sheets, 'mood') > 0
  useEffect(() => {
    if (!open) return undefined
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [open])
  const pick = (mood: Mood) => {
    setOpen(false)
    if (mood === last?.mood) return
    // A page has one.
    for (const { id } of lying) desk.takeOff(id)
    desk.put({ kind: 'mood', mood })
    // It lies where it lies; whoever wants it elsewhere takes it in hand.
    desk.hold(undefined)
  }
  const words = `${t('mood.title')}${t('diary.mood.private')}`
  return (
    <>
      <button
        type="button"
        className="mood-mark"
        aria-label={t(last ? 'diary.mood.change' : 'diary.mood.add')}
        aria-expanded={open}
        disabled={!hasRoom}
        onClick={() => setOpen(!open)}
      >
        {last ? <Picture name={last.mood} /> : <Icon name="smiley" />}
      </button>
      {open && (
        <section className="mood-mark-faces" aria-label={t('mood.title')}>
          <div className="line">
            <h2>
              <SpokenText pinyin={false}>{t('mood.title')}</SpokenText>
            </h2>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <p className="soft">{t('diary.mood.private')}</p>
          <ul>
            {moods.map((mood) => (
              <li key={mood}>
                <Feel
                  picture={mood}
                  label={t(`talk.mood.${mood}`)}
                  chosen={mood === last?.mood}
                  onPick={() => pick(mood)}
                />
              </li>
            ))}
            {last && (
              <li>
                <button
                  type="button"
                  className="feel"
                  onClick={() => {
                    setOpen(false)
                    for (const { id } of lying) desk.takeOff(id)
                  }}
                >
                  <Icon name="trash" />
                  <b>{t('diary.held.gone')}</b>
                </button>
              </li>
            )}
            <li>
              <FeelNothing label={t('talk.skip')} onPick={() => setOpen(false)} />
            </li>
          </ul>
        </section>
      )}
    </>
  )
})
