import { useState } from 'react'
import { Button, Picture } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check-card.tsx'

/** Three rising notes, soft, about a second long. */
function playNotes(): void {
  const audio = new AudioContext()
  for (const [index, frequency] of [523, 659, 784].entries()) {
    const note = audio.createOscillator()
    const loudness = audio.createGain()
    const start = audio.currentTime + index * 0.3
    note.frequency.value = frequency
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(0.2, start + 0.03)
    loudness.gain.linearRampToValueAtTime(0, start + 0.28)
    note.connect(loudness).connect(audio.destination)
    note.start(start)
    note.stop(start + 0.3)
    if (index === 2) note.addEventListener('ended', () => void audio.close())
  }
}

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
