import type { AnswerOf } from '#contract/index.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { dayWords } from '../day-words.ts'
import { PageFace } from './album-card.tsx'

export interface ThisDayProps {
  readonly found: NonNullable<AnswerOf<'album.thisDay'>>
  readonly onOpen: () => void
}

/** A page of this day in another year, taped to a card of sand. */
export function ThisDay({ found, onOpen }: ThisDayProps) {
  const { t, language } = useWords()
  const { page, yearsAgo, same } = found
  const title = t(same === 'day' ? 'diary.album.this-day' : 'diary.album.this-week')
  const { day } = dayWords(page.day, language)
  const when =
    yearsAgo === 1
      ? t('diary.album.last-year', { day })
      : t('diary.album.years-ago', { count: yearsAgo, day })
  return (
    <section className="this-day" aria-label={title}>
      <div className="this-day-head">
        <Picture name="calendar" />
        <h2>
          <SpokenText>{title}</SpokenText>
        </h2>
        <Speak text={`${title}。${when}`} label={t('child.read', { text: title })} />
      </div>
      <figure className="taped-page">
        <PageFace page={page} />
        <figcaption>{when}</figcaption>
      </figure>
      <Pill label={t('diary.album.look')} onPress={onOpen} />
    </section>
  )
}
