import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useEffect } from 'react'
import type { SessionNow } from '#contract/sessions.ts'
import { SpeakerContext, type Speaker } from '#ui/speech.ts'
import { Asking, useAnswer } from '../api/query.tsx'
import type { SessionStore } from './session/session-store.ts'
import { SessionContext, useSession } from './session/session.tsx'
import { RaiseHand } from './warnings/raise-hand.tsx'
import { Speaking } from '../i18n/use-words.tsx'
import { showLanguage } from './words.ts'
import { Broken } from './broken.tsx'
import { Pinyin } from './pinyin.tsx'
import { Screen } from './screen.tsx'

export interface AppProps {
  readonly client: QueryClient
  readonly words: i18n
  readonly store: SessionStore
  readonly voice: Speaker
}

/** The child's window. */
export function App({ client, words, store, voice }: AppProps) {
  return (
    <Asking client={client}>
      <Speaking words={words}>
        <SpeakerContext value={voice}>
          <SessionContext value={store}>
            <Room words={words} voice={voice} />
          </SessionContext>
        </SpeakerContext>
      </Speaking>
    </Asking>
  )
}

const settingsOf = ({ child }: SessionNow) => child.settings

function Room({ words, voice }: Pick<AppProps, 'words' | 'voice'>) {
  const look = useAnswer('room.look', undefined).value
  const language = look?.language ?? 'zh-CN'
  // Of the child who sits here; of nobody, as the room has it.
  const settings = useSession(settingsOf)
  useEffect(() => {
    voice.setLang(language)
    void showLanguage(words, language)
  }, [language, voice, words])
  useEffect(() => voice.setReading(settings?.voice ?? 'on'), [voice, settings?.voice])
  const isBig = settings?.letters === 'big'
  useEffect(() => void document.body.classList.toggle('big-letters', isBig), [isBig])
  return (
    <Broken>
      <Pinyin on={(settings?.pinyin ?? look?.pinyin) === true && language === 'zh-CN'}>
        <RaiseHand>
          <Screen example={look?.example ?? false} />
        </RaiseHand>
      </Pinyin>
    </Broken>
  )
}
