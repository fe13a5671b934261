import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { saidWrong } from '#contract/voice-said.ts'
import type { VoiceState } from '#contract/voice.ts'
import { windowVoice } from '#ui/window-voice-rules.ts'
import { useAnswer, useDo, useForget } from '../../api/query.tsx'
import { playWav, speakSentence } from './hear-voice.ts'

/** The set-up keeps a judgement before anybody can have signed in. */
export type VoiceJudge = 'setup.judgeVoice' | 'devices.judgeVoice'

export interface VoiceStanding {
  readonly is: 'none' | 'unheard' | 'right' | 'wrong'
  /** The voice that would read Chinese here: the seat's own, else the window's. */
  readonly voice: string | null
  readonly last: VoiceState['heard']
}

/** How this seat stands to reading Chinese aloud, and what lets a person hear and judge it. */
export function useVoiceTrial(judge: VoiceJudge) {
  const found = useAnswer('devices.voice', undefined, { fresh: true })
  const own = useWindowVoice()
  const forget = useForget()
  const [played, setPlayed] = useState(false)
  const quiet = useRef(() => {})
  useEffect(() => () => quiet.current(), [])

  const hear = useDo('devices.hear', {
    done: (wav) => {
      quiet.current()
      quiet.current = playWav(wav)
      setPlayed(true)
    },
  })
  const keep = useDo(judge, { stale: ['devices.voice', 'room.notices'], done: () => setPlayed(false) })
  const standing = found.value && standingOf(found.value, own?.name ?? null)

  return {
    standing,
    /** It was heard just now, and nobody has said yet how it was. */
    played,
    busy: hear.busy || keep.busy,
    refusal: found.refusal ?? hear.refusal ?? keep.refusal,
    hear: () => {
      if (found.value?.name || !own) return hear.go()
      quiet.current = speakSentence(own)
      return setPlayed(true)
    },
    judge: (right: boolean) => {
      if (standing?.voice) keep.go({ voice: standing.voice, right })
    },
    again: () => {
      setPlayed(false)
      forget('devices.voice', 'room.notices')
    },
  }
}

function standingOf(found: VoiceState, own: string | null): VoiceStanding {
  const voice = found.name ?? own
  const last = found.heard
  if (voice === null) return { is: 'none', voice, last }
  if (saidWrong(voice, found)) return { is: 'wrong', voice, last }
  return { is: last?.voice === voice ? 'right' : 'unheard', voice, last }
}

/** The window's Mandarin, where the system has one; the list of them may come late. */
function useWindowVoice(): SpeechSynthesisVoice | undefined {
  return useSyncExternalStore(
    (tell) => {
      speechSynthesis.addEventListener('voiceschanged', tell)
      return () => speechSynthesis.removeEventListener('voiceschanged', tell)
    },
    () => windowVoice(speechSynthesis.getVoices(), 'zh-CN', navigator.userAgent),
  )
}
