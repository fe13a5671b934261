import { useEffect, useState } from 'react'
import type { Place } from '#contract/sessions.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Door } from '#ui/child/door.tsx'
import { HomeScene } from '#ui/child/house.tsx'
import { useAnswer, useEvent } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { SkyCountdown } from '../session/countdown.tsx'
import { useChild, useGo, usePaused, usePhase } from '../session/session.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { greetingAt } from './greeting-rules.ts'

const sky = <SkyCountdown />

const doors = [
  { kind: 'call', place: 'family' },
  { kind: 'learn', place: 'learn' },
  { kind: 'diary', place: 'diary' },
  { kind: 'me', place: 'me' },
] as const satisfies readonly { kind: string; place: Place['name'] }[]

/** The house with four doors under the whole sky (H3). */
export function HomePage() {
  const { t } = useWords()
  const child = useChild()
  const go = useGo()
  const phase = usePhase()
  const paused = usePaused()
  const hour = useHour()
  const letters = useAnswer('messages.unseen', undefined, { fresh: true })
  useEvent('messages.changed', letters.again)
  const lit = (letters.value?.total ?? 0) > 0
  const late = phase !== 'open'
  const greeting = late ? t('home.greeting.dusk') : t(`home.greeting.${greetingAt(hour)}`)
  return (
    <HomeScene
      sky={sky}
      face={child.face}
      name={child.name}
      greeting={greeting}
      tools={
        <>
          <RaiseHandPill />
          {phase === 'goodbye' ? (
            <GoButton label={t('home.leave')} icon="door-open" onPress={() => go('goodbye')} />
          ) : (
            <Pill icon="door-open" label={t('home.leave')} onPress={() => go('goodbye')} />
          )}
        </>
      }
    >
      {doors.map(({ kind, place }) => {
        const label = t(`home.door.${kind}`)
        // A call is never paused (H6).
        const shut = paused && kind !== 'call' ? { paused: t('child.paused.later') } : {}
        return (
          <Door
            key={kind}
            kind={kind}
            label={label}
            speakLabel={t('child.read', { text: label })}
            face={child.face}
            onOpen={() => go(place)}
            {...(kind === 'call' && lit ? { lantern: t('home.lantern') } : {})}
            {...shut}
          />
        )
      })}
    </HomeScene>
  )
}

/** The hour of the wall clock; renders when it changes. */
function useHour(): number {
  const [hour, setHour] = useState(() => new Date().getHours())
  useEffect(() => {
    const timer = setInterval(() => setHour(new Date().getHours()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return hour
}
