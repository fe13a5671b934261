import './told.css'
import { useEffect } from 'react'
import type { Told } from '#contract/openings.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { Blank } from '../blank.tsx'
import { useChild, useGo, useSessionStore } from '../session/session.tsx'
import { HelpLine } from '../talk/help-line.tsx'
import { HeaderMiddle } from '../warnings/header-middle.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { ToldFacts } from './told-facts.tsx'
import { ToldScene } from './told-scene.tsx'
import { useToldWords } from './told-words.ts'

/** Two grown-ups have looked at this child's diary: the child hears of it before anything else, once, and nobody is blamed (D5). */
export function ToldPage() {
  const untold = useAnswer('openings.untold', undefined, { fresh: true })
  const [told] = untold.value ?? []
  return told ? <Telling key={told.id} told={told} onHeard={untold.again} /> : <Blank />
}

function Telling({ told, onHeard }: { readonly told: Told; readonly onHeard: () => void }) {
  const { t } = useWords()
  const child = useChild()
  const store = useSessionStore()
  const go = useGo()
  const speaker = useSpeech()
  const words = useToldWords()(told)
  const title = t('told.title', { name: child.given })
  const said = [
    title,
    t('told.lead'),
    words.when,
    words.who,
    words.why,
    words.pages,
    words.rest,
    words.ask,
  ].join('。')
  const heard = useDo('openings.heard', {
    done: () => {
      onHeard()
      void store.refresh()
    },
  })
  useEffect(() => {
    speaker.speak(said)
  }, [said, speaker])

  return (
    <div className="child d-me">
      <TopBar
        whose={{ face: child.face, name: child.given }}
        middle={<HeaderMiddle />}
        tools={<RaiseHandPill />}
      />
      <main className="told">
        <section className="told-pic">
          <ToldScene face={child.face} label={t('told.picture')} />
        </section>
        <section className="told-say">
          <div className="line">
            <h1>
              <SpokenText spokenAs={said}>{title}</SpokenText>
            </h1>
            <Speak text={said} label={t('child.read', { text: said })} />
          </div>
          <p className="lead">{t('told.lead')}</p>
          <ToldFacts told={told} />
          <div className="ask-who">
            {told.ask !== null && (
              <span className="initial d-me" data-initial={Array.from(told.ask)[0]} aria-hidden="true" />
            )}
            <p className="nm">
              <b>{words.ask}</b>
              <span>{words.askHint}</span>
            </p>
            <HelpLine />
          </div>
          <div className="line">
            <GoButton label={t('told.know')} busy={heard.busy} onPress={() => heard.go({ id: told.id })} />
            <Pill
              icon="heart"
              label={t('talk.open')}
              onPress={() => {
                go('talk')
                heard.go({ id: told.id })
              }}
            />
            <p className="told-later">{t('told.later')}</p>
          </div>
        </section>
      </main>
    </div>
  )
}
