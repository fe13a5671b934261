import './goodbye.css'
import { useState } from 'react'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { GoodbyeScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { BambooStand } from '#ui/drawings/bamboo.tsx'
import { Abacus, Notebook } from '#ui/drawings/door-heroes.tsx'
import { Picture } from '#ui/picture.tsx'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, usePhase, useSession, useSessionStore } from '../session/session.tsx'

/** What was kept, and goodbye; “I am not ready” goes back, with two more minutes if the time is over. */
export function GoodbyePage() {
  const { t } = useWords()
  const store = useSessionStore()
  const child = useChild()
  const phase = usePhase()
  const mayStay = useSession((session) => session.mayStay) ?? false
  const kept = useAnswer('sessions.endWords', undefined, { fresh: true }).value
  const wish = useAnswer('talks.unheard', undefined, { fresh: true }).value ?? null
  const [left, setLeft] = useState(false)
  const end = useDo('sessions.end', {
    done: () => store.set(null),
    refused: () => {
      setLeft(false)
      void store.refresh()
    },
  })
  const stay = useDo('sessions.stay', {
    done: (session) => {
      store.set(session)
      if (session.place.name === 'goodbye') store.move(store.before())
    },
    refused: () => void store.refresh(),
  })
  const over = phase === 'goodbye'
  const notReady = () => (over ? stay.go() : store.move(store.before()))
  const title = t('goodbye.title', { name: child.given })
  const next = (wish?.toldNext.length ? wish.toldNext : wish?.toldToo)?.join(t('kin.and'))
  const waits = wish && (next ? t('goodbye.wish', { too: next }) : t('goodbye.wish-kept'))
  const words = [title, t('goodbye.kept'), waits, waits && t('goodbye.wish-line')].filter(Boolean).join(' ')
  const nothing = !waits && kept && !kept.diarySaved && !kept.bambooGrew && kept.sumsDone === 0
  return (
    <div className="child bye">
      <main>
        <GoodbyeScene />
        <section className="bye-card">
          <div className="bye-who">
            <Face face={child.face} />
            <div>
              <h1 className={title.length > 14 ? 'long' : undefined}>
                <SpokenText spokenAs={words}>{title}</SpokenText>
              </h1>
              <p className="soft">{t('goodbye.kept')}</p>
            </div>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <ul className="kept">
            {kept?.diarySaved && (
              <li>
                <Notebook />
                {t('goodbye.diary')}
              </li>
            )}
            {(kept?.sumsDone ?? 0) > 0 && (
              <li>
                <Abacus />
                {t('goodbye.sums', { count: kept?.sumsDone ?? 0 })}
              </li>
            )}
            {kept?.bambooGrew && (
              <li>
                <BambooStand />
                {t('goodbye.bamboo')}
              </li>
            )}
            {waits && (
              <li className="is-wish">
                <Picture name="letter" />
                <span>
                  {waits}
                  <span className="soft">{t('goodbye.wish-line')}</span>
                </span>
              </li>
            )}
            {nothing && <li>{t('goodbye.glad')}</li>}
          </ul>
          <div className="line">
            <GoButton
              label={t('goodbye.bye')}
              icon="hand-waving"
              busy={left}
              busyLabel={t('child.wait')}
              onPress={() => {
                setLeft(true)
                end.go()
              }}
            />
            {(!over || mayStay) && (
              <Pill
                picture="raising"
                label={t('goodbye.stay')}
                disabled={stay.busy || left}
                onPress={notReady}
              />
            )}
          </div>
        </section>
      </main>
    </div>
  )
}
