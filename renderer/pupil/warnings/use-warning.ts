import { useEffect, useRef, useState } from 'react'
import type { Phase } from '#contract/sessions.ts'
import { useSpeech } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useTalking } from '../../activities/call/talking.ts'
import { usePhase } from '../session/session.tsx'
import { chime } from './chime.ts'
import { warningOf } from './warning-rules.ts'

/** How long a warning stands where the sun's way was, ms. */
const standing = 9_000

/** Says once, gently, that five minutes or one minute are left, or that the time is over. Never stops what a child does. */
export function WarningVoice() {
  const { t } = useWords()
  const speaker = useSpeech()
  const talking = useTalking()
  const phase = usePhase()
  const last = useRef<Phase | undefined>(undefined)
  useEffect(() => {
    const warning = warningOf(last.current, phase)
    last.current = phase
    if (!warning) return
    chime()
    // In a call the family hears the loudspeaker, too: there the picture says it.
    if (!talking) speaker.tell(t(`child.warning.${warning}`))
  })
  return null
}

/** The warning to be shown now, for as long as it stands. */
export function useWarning(): 'five' | 'one' | undefined {
  const phase = usePhase()
  const [seen, setSeen] = useState(phase)
  const [shown, setShown] = useState<'five' | 'one'>()
  if (phase !== seen) {
    const warning = warningOf(seen, phase)
    setSeen(phase)
    setShown(warning === 'over' ? undefined : warning)
  }
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(() => setShown(undefined), standing)
    return () => clearTimeout(timer)
  }, [shown])
  return shown
}
