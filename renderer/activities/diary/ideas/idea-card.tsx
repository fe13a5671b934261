import './ideas.css'
import type { DiaryPage } from '#contract/diary.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { useIdeas } from './use-ideas.ts'

export interface IdeaCardProps {
  readonly page: Pick<DiaryPage, 'id' | 'day' | 'clockWrong'>
  /** `large` fills the half of a screen, `small` stands in the panel beside a page. */
  readonly look: 'large' | 'small'
  /** The child takes it: it is put on the page. */
  readonly onTake?: (idea: string) => void
}

/** An idea a day: to be read or heard, changed for another one, taken, or left alone. */
export function IdeaCard({ page, look, onTake }: IdeaCardProps) {
  const { t } = useWords()
  const idea = useIdeas(page)
  if (!idea) return <section className={`bulb is-${look}`} aria-busy="true" />
  return (
    <section className={`bulb is-${look}`} aria-label={t('diary.idea.title')}>
      <p className="bulb-line">
        <span className="season">
          <Picture name="light-bulb" />
          {t('diary.idea.title')}
        </span>
        {idea.day !== undefined && <span className="season">{idea.day}</span>}
      </p>
      <h2>
        <SpokenText pinyin={false}>{idea.text}</SpokenText>
      </h2>
      <span className="bulb-pic" aria-hidden="true">
        <Picture name={idea.picture} />
      </span>
      <div className="bulb-line">
        <Speak text={idea.text} label={t('child.read', { text: idea.text })} />
        <span className="bulb-acts">
          {look === 'large' && (
            <Pill
              picture="heart"
              label={t('diary.idea.dear')}
              pressed={idea.isDear}
              onPress={idea.turnDear}
            />
          )}
          <Pill
            icon="arrows-clockwise"
            weight="bold"
            label={t('diary.idea.another')}
            onPress={idea.another}
          />
          {onTake && (
            <Pill icon="check" weight="bold" label={t('diary.idea.take')} onPress={() => onTake(idea.text)} />
          )}
        </span>
      </div>
    </section>
  )
}
