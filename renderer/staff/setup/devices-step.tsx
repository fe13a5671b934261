import { Button, Notice, SetupPage } from '#ui/staff.ts'
import type { Refusal } from '#contract/refusal.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { CameraCheck } from './camera-check.tsx'
import { MicrophoneCheck } from './microphone-check.tsx'
import { NetworkCheck } from './network-check.tsx'
import type { SetupStepProps } from './setup-answers.ts'
import { SpeakerCheck } from './speaker-check.tsx'
import { VoiceCheck } from './voice-check.tsx'

interface DevicesStepProps extends SetupStepProps {
  readonly busy: boolean
  readonly refusal: Refusal | undefined
}

/** Five things to try, each with a picture; none of them holds anybody up. */
export function DevicesStep({ next, back, frame, busy, refusal }: DevicesStepProps) {
  const { t } = useWords()
  return (
    <SetupPage
      {...frame}
      title={t('setup.devices')}
      sub={t('setup.devices-sub')}
      footer={
        <>
          <Button label={t('setup.back')} large icon="arrow-left" disabled={busy} onPress={back} />
          <Button
            label={t('setup.finish')}
            look="main"
            large
            icon="arrow-right"
            iconLast
            className="end"
            busy={busy}
            onPress={next}
          />
        </>
      }
    >
      <ul className="setup-checks">
        <CameraCheck />
        <MicrophoneCheck />
        <SpeakerCheck />
        <NetworkCheck />
        <VoiceCheck judge="setup.judgeVoice" />
      </ul>
      {refusal && <Notice tone="bad" title={refusalWords(t, refusal)} />}
    </SetupPage>
  )
}
