import { useEffect, useState, useSyncExternalStore } from 'react'
import { Road } from '#ui/child/road.tsx'
import { SkyLand } from '#ui/child/sky-land.tsx'
import type { SkyState } from '#ui/sky-rules.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { Say } from '../../i18n/words.ts'
import { useSessionStore } from './session.tsx'
import { phaseAt, remaining, skyNow } from './sky-now-rules.ts'

/** How often the sky is drawn again, ms. Nothing else on a still screen has a timer this fast. */
const tick = 15_000

const monotonic = () => performance.now()

/** The countdown of the home page: the whole sky. */
export function SkyCountdown() {
  return <Countdown look="sky" />
}

/** The countdown in the head of every other page. */
export function RoadCountdown() {
  return <Countdown look="road" />
}

/** The one component that a tick of the clock renders. */
function Countdown({ look }: { readonly look: 'sky' | 'road' }) {
  const { t } = useWords()
  const store = useSessionStore()
  const known = useSyncExternalStore(store.subscribe, store.known)
  const [now, setNow] = useState(monotonic)
  useEffect(() => {
    const timer = setInterval(() => {
      const said = store.known()
      const at = monotonic()
      if (said.kind === 'somebody') {
        const left = remaining(said.session, said.heardAt, at)
        // Main decides the phase; where its word is late, it is asked.
        if (phaseAt(left) !== said.session.phase) void store.refresh()
      }
      setNow(at)
    }, tick)
    return () => clearInterval(timer)
  }, [store])
  if (known.kind !== 'somebody') return null
  const sky = skyNow(known.session, known.heardAt, now)
  const label = timeWords(t, sky)
  return look === 'sky' ? <SkyLand {...sky} label={label} /> : <Road {...sky} label={label} />
}

function timeWords(t: Say, { minutesLeft, resting }: SkyState): string {
  if (resting) return t('child.time.resting')
  if (minutesLeft <= 0) return t('child.time.over')
  return minutesLeft === 1 ? t('child.time.one') : t('child.time.many', { minutes: minutesLeft })
}
