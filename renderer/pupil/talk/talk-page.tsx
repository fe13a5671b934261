import './talk.css'
import { useState } from 'react'
import { moods, type Mood } from '#contract/feelings.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Feel, FeelNothing } from '#ui/child/feel.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer, useDo, useEvent, useForget } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'
import { useSilence } from '../mood/use-silence.ts'
import { TalkCard } from './talk-card.tsx'

export interface TalkPageProps {
  /** The call that the child has just had; `news` where its turn begins with what became of its wish. */
  readonly page: string | undefined
}

/** How do you feel, and whom would you like to talk to (C11, D6)? All of it may be left out. */
export function TalkPage({ page: from }: TalkPageProps) {
  const isNews = from === 'news'
  const afterCall = from !== undefined && !isNews
  const { t } = useWords()
  const speaker = useSpeech()
  const go = useGo()
  const forget = useForget()
  const page = useAnswer('talks.page', undefined, { fresh: true })
  useEvent('talks.changed', () => forget('talks.page'))
  const [mood, feel] = useState<Mood | null>(null)
  const stale = { stale: ['talks.page'] as const }
  const ask = useDo('talks.ask', stale)
  const takeBack = useDo('talks.takeBack', stale)
  const tell = useDo('feelings.tell')
  const skip = useDo('feelings.skip')
  const feelings = useAnswer('feelings.page', undefined, { fresh: true, when: afterCall })
  // By itself nothing asks twice in a short while, nor where nobody would hear it; whom to talk to stays offered.
  const [mayAsk, settle] = useState<boolean>()
  if (mayAsk === undefined && feelings.value) settle(feelings.value.mayAsk)
  const asks = !afterCall || mayAsk === true
  const leave = () => go(afterCall ? 'family' : isNews ? 'home' : 'me')
  const rather = () => {
    if (asks) skip.go()
    leave()
  }
  const title = t(`talk.title.${isNews ? 'news' : !afterCall ? 'any' : mayAsk === false ? 'after' : 'call'}`)
  const wish = page.value?.wish ?? null

  // After a call the question came by itself: silence is an answer to it. Whoever came to talk has time.
  useSilence(afterCall && mood === null && wish === null, rather)

  const pick = (next: Mood) => {
    feel(next)
    // Not how: others sit near. The card says something kind about it, to be read.
    speaker.tell(t('talk.said-any'))
    // Kept for the adult who may know; without one nothing is.
    tell.go({ mood: next })
    // Whoever was chosen before the feeling hears of it, too, unless they have opened it already.
    if (wish?.state === 'sent') ask.go({ adultId: wish.adultId, mood: next })
  }

  return (
    <ChildPage door="me">
      <main className="mood">
        <section>
          <div className="line">
            <h1 className={title.length > 26 ? 'long' : undefined}>
              <SpokenText>{title}</SpokenText>
            </h1>
            <Speak text={title} label={t('child.read', { text: title })} />
            {(mood !== null || wish || mayAsk === false) && (
              <GoButton icon="check-circle" label={t('talk.done')} onPress={leave} />
            )}
          </div>
          {asks && (
            <ul className="moods">
              {moods.map((one) => (
                <li key={one}>
                  <Feel
                    picture={one}
                    label={t(`talk.mood.${one}`)}
                    chosen={one === mood}
                    onPick={() => pick(one)}
                  />
                </li>
              ))}
              <li>
                <FeelNothing label={t('talk.skip')} onPick={rather} />
              </li>
            </ul>
          )}
        </section>
        <TalkCard
          page={page.value}
          mood={mood}
          trouble={(page.refusal ?? ask.refusal ?? takeBack.refusal) !== undefined}
          onAsk={(adultId) => ask.go({ adultId, mood })}
          onTakeBack={(id) => takeBack.go({ id })}
        />
      </main>
    </ChildPage>
  )
}
