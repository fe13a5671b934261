import './talks.css'
import { Face, Notice, Panel, Picture } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** How children feel who chose whoever is signed in to know (D4): today, as a sentence each; no list over days, no figure. */
export function FeelingsPanel() {
  const { t } = useWords()
  const forget = useForget()
  const told = useAnswer('feelings.told', undefined, { fresh: true })
  useEvent('feelings.changed', () => forget('feelings.told'))
  if (told.refusal) return <Notice tone="bad" title={refusalWords(t, told.refusal)} />
  if (!told.value?.length) return null
  return (
    <Panel tone="warm" title={t('feelings.title')} note={t('feelings.note')}>
      <ul className="told-rows">
        {told.value.map(({ childId, childName, face, mood }) => (
          <li key={childId}>
            <Face face={face} size={40} />
            <p>
              <b>{t('feelings.line', { name: childName, mood: t(`talk.mood.${mood}`) })}</b>
            </p>
            <Picture name={mood} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
