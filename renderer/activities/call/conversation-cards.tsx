import { useEffect, useState } from 'react'
import { Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { Language } from '#contract/setup.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { shuffled, themes, type Conversation, type Question } from './conversation-rules.ts'

const catalogs: Readonly<Record<Language, () => Promise<{ readonly default: Conversation }>>> = {
  'zh-CN': () => import('#locales/conversation/zh-CN.json'),
  en: () => import('#locales/conversation/en.json'),
}

/** “What shall we talk about?”: one good question at a time (C13). */
export function ConversationCards() {
  const { t, language } = useWords()
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const [at, setAt] = useState(0)
  useEffect(() => {
    let wanted = true
    // Without its questions the column stays empty; the call goes on.
    void catalogs[language]().then(
      (catalog) => wanted && setQuestions(shuffled(catalog.default, Math.random)),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [language])
  const question = questions[at % Math.max(1, questions.length)]
  return (
    <aside className="talk-cards" aria-label={t('call.cards.title')}>
      <h2>
        <Picture name="light-bulb" />
        {t('call.cards.title')}
      </h2>
      <div className="talk-card" aria-live="polite">
        {question && (
          <>
            <Picture name={themes[question.theme]} />
            <p className={question.text.length > 40 ? 'long' : undefined}>
              <SpokenText pinyin={false}>{question.text}</SpokenText>
            </p>
            <Speak text={question.text} label={t('child.read', { text: question.text })} />
          </>
        )}
      </div>
      <Pill
        look="calm"
        icon="arrows-clockwise"
        weight="bold"
        label={t('call.cards.next')}
        onPress={() => setAt(at + 1)}
      />
    </aside>
  )
}
