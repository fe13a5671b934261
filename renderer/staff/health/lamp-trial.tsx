import { useEffect, useRef, useState } from 'react'
import type { LampName } from '#contract/health-verdicts.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { playNotes } from '../setup/play-notes.ts'
import { useVoiceTrial } from '../setup/use-voice-trial.ts'
import { useWords } from '../words.ts'
import { useTrial } from './use-trial.ts'

/** Whether somebody can try this by hand, here. */
export const canBeTried = (lamp: LampName): lamp is 'camera' | 'microphone' | 'speaker' | 'voice' =>
  lamp === 'camera' || lamp === 'microphone' || lamp === 'speaker' || lamp === 'voice'

/** Tries a device: three seconds of camera or microphone, three notes, a sentence. A person says what was heard. */
export function LampTrial({ lamp }: { readonly lamp: 'camera' | 'microphone' | 'speaker' | 'voice' }) {
  if (lamp === 'voice') return <VoiceTrial />
  return lamp === 'speaker' ? <SpeakerTrial /> : <DeviceTrial device={lamp} />
}

function DeviceTrial({ device }: { readonly device: 'camera' | 'microphone' }) {
  const { t } = useWords()
  const trial = useTrial()
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = trial.stream ?? null
  }, [trial.stream])
  return (
    <>
      {trial.stream && (
        // A mirror of oneself: there is nothing in it to caption.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          ref={video}
          className="health-video"
          autoPlay
          muted
          playsInline
          aria-label={t('setup.camera-picture')}
        />
      )}
      <div className="health-actions">
        <Button
          label={t('health.try')}
          icon="play"
          busy={trial.running}
          onPress={() => trial.start(device)}
        />
        <span role="status">{trial.running && t('health.trying')}</span>
      </div>
    </>
  )
}

function SpeakerTrial() {
  const { t } = useWords()
  const trial = useTrial()
  const [played, play] = useState(false)
  const say = (heard: boolean) => {
    play(false)
    trial.said(heard)
  }
  return (
    <div className="health-actions">
      <Button
        label={t('health.try')}
        icon="play"
        busy={trial.running}
        onPress={() => {
          playNotes()
          play(true)
        }}
      />
      {played && (
        <>
          <span role="status">{t('health.heard-question')}</span>
          <Button label={t('health.heard')} icon="check" onPress={() => say(true)} />
          <Button label={t('health.not-heard')} icon="x" onPress={() => say(false)} />
        </>
      )}
    </div>
  )
}

function VoiceTrial() {
  const { t } = useWords()
  const trial = useVoiceTrial('devices.judgeVoice')
  const check = useDo('health.check', { stale: ['health.look', 'health.history'] })
  const say = (right: boolean) => {
    trial.judge(right)
    check.go()
  }
  return (
    <>
      <div className="health-actions">
        <Button label={t('health.hear')} icon="play" busy={trial.busy || check.busy} onPress={trial.hear} />
        {trial.played && (
          <>
            <span role="status">{t('health.voice-question')}</span>
            <Button label={t('health.voice-right')} icon="check" onPress={() => say(true)} />
            <Button label={t('health.voice-wrong')} icon="x" onPress={() => say(false)} />
          </>
        )}
      </div>
      {trial.refusal && <Notice tone="care" title={refusalWords(t, trial.refusal)} />}
    </>
  )
}
