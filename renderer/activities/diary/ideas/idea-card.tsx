import './ideas.css'
import type { DiaryPage } from '#contract/diary.ts'
import { Pill, RoundButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { useIdeas } from './use-ideas.ts'

export interface IdeaCardProps {
  readonly page: Pick<DiaryPage, 'id' | 'day' | 'clockWrong'>
  /** A strip under a blank page; a card in the panel beside it while the child writes. */
  readonly look: 'strip' | 'card'
  /** The child takes it: it is put on the page. Absent where nothing can be written. */
  readonly onTake?: ((idea: string) => void) | undefined
}

/** An idea a day: to be read or heard, changed for another one, taken, or left alone. */
export function IdeaCard({ page, look, onTake }: IdeaCardProps) {
  const { t } = useWords()
  const idea = useIdeas(page)
  if (!idea) return <section className={`bulb is-${look}`} aria-busy="true" />
  const speak = <Speak text={idea.text} label={t('child.read', { text: idea.text })} />
  const take = onTake && (
    <RoundButton icon="pencil-simple" label={t('diary.idea.take')} onPress={() => onTake(idea.text)} />
  )
  const another = t('diary.idea.another')
  if (look === 'strip')
    return (
      <section className="bulb is-strip" aria-label={t('diary.idea.title')}>
        <Picture name={idea.picture} />
        <p>
          {idea.day !== undefined && <small>{idea.day}</small>}
          <SpokenText pinyin={false}>{idea.text}</SpokenText>
        </p>
        {speak}
        <RoundButton icon="arrows-clockwise" weight="bold" label={another} onPress={idea.another} />
        {take}
      </section>
    )
  return (
    <section className="bulb is-card" aria-label={t('diary.idea.title')}>
      <p className="season">
        <Picture name="light-bulb" />
        {idea.day ?? t('diary.idea.title')}
      </p>
      <p className="bulb-words">
        <SpokenText pinyin={false}>{idea.text}</SpokenText>
      </p>
      <span className="bulb-pic" aria-hidden="true">
        <Picture name={idea.picture} />
      </span>
      <div className="bulb-acts">
        {speak}
        <RoundButton icon="arrows-clockwise" weight="bold" label={another} onPress={idea.another} />
        {take}
      </div>
      <Pill picture="heart" label={t('diary.idea.dear')} pressed={idea.isDear} onPress={idea.turnDear} />
    </section>
  )
}
