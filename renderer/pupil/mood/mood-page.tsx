import './mood.css'
import { useState } from 'react'
import { moods, type Mood } from '#contract/feelings.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Feel, FeelNothing } from '#ui/child/feel.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, useGo } from '../session/session.tsx'
import { HelpLine } from '../talk/help-line.tsx'
import { HeaderMiddle } from '../warnings/header-middle.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { ListenerChoice } from './listener-choice.tsx'
import { useSilence } from './use-silence.ts'

/**
 * How do you feel today (D4)? One tap and on, before the four doors, once in a turn. Nothing of what was tapped stays on the screen or
 * is read aloud: a seat stands in a room. Who may know is asked once, at the first feeling.
 */
export function MoodPage() {
  const { t } = useWords()
  const child = useChild()
  const go = useGo()
  const page = useAnswer('feelings.page', undefined, { fresh: true })
  const [told, setTold] = useState<Mood>()
  const home = () => go('home')
  const tell = useDo('feelings.tell', { done: home, refused: home })
  const choose = useDo('feelings.choose', {
    done: ({ listener }) => {
      if (told && listener.kind === 'adult') tell.go({ mood: told })
      else home()
    },
    refused: home,
  })
  const skip = useDo('feelings.skip')
  const rather = () => {
    skip.go()
    home()
  }
  useSilence(true, rather)
  const pick = (mood: Mood) => {
    if (tell.busy || choose.busy) return
    if (page.value?.listener.kind === 'not-yet' && page.value.adults.length > 0) setTold(mood)
    else tell.go({ mood })
  }
  const words = t('mood.say')
  return (
    <div className="child d-me mood-door">
      <TopBar
        whose={{ face: child.face, name: child.given }}
        middle={<HeaderMiddle />}
        tools={<RaiseHandPill />}
      />
      <main>
        <HillScene className="mood-land">{null}</HillScene>
        {told && page.value ? (
          <ListenerChoice page={page.value} onChoose={(adultId) => choose.go({ adultId })} />
        ) : (
          <section>
            <div className="line center">
              <h1>
                <SpokenText spokenAs={words}>{t('mood.title')}</SpokenText>
              </h1>
              <Speak text={words} label={t('child.read', { text: t('mood.title') })} />
            </div>
            <p className="soft mood-hint">{t('mood.hint')}</p>
            <ul className="moods">
              {moods.map((mood) => (
                <li key={mood}>
                  <Feel
                    picture={mood}
                    label={t(`talk.mood.${mood}`)}
                    chosen={false}
                    onPick={() => pick(mood)}
                  />
                </li>
              ))}
              <li>
                <FeelNothing label={t('talk.skip')} onPick={rather} />
              </li>
            </ul>
          </section>
        )}
        <div className="mood-foot">
          <Pill icon="heart" label={t('talk.open')} onPress={() => go('talk')} />
          <HelpLine />
        </div>
      </main>
    </div>
  )
}
