import { useState } from 'react'
import { Button, Picture } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'
import { playNotes } from './play-notes.ts'

export function SpeakerCheck() {
  const { t } = useWords()
  const [heard, setHeard] = useState<boolean>()
  const [played, setPlayed] = useState(false)
  const state =
    heard === undefined
      ? undefined
      : heard
        ? ({ tone: 'good', words: t('setup.heard') } as const)
        : ({ tone: 'care', words: t('setup.not-heard') } as const)
  return (
    <CheckCard
      title={t('setup.speaker')}
      icon="speaker-high"
      state={state}
      picture={<Picture name="headphone" />}
      actions={
        <>
          <Button
            label={t('setup.play')}
            icon="play"
            onPress={() => {
              playNotes()
              setPlayed(true)
            }}
          />
          {played && (
            <>
              <Button label={t('setup.heard-it')} look="ghost" onPress={() => setHeard(true)} />
              <Button label={t('setup.heard-nothing')} look="ghost" onPress={() => setHeard(false)} />
            </>
          )}
        </>
      }
    />
  )
}
