import './setup.css'
import { useState } from 'react'
import { useDo } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { useNewPin } from '../sign-in/new-pin.tsx'
import { CoordinatorStep } from './coordinator-step.tsx'
import { DevicesStep } from './devices-step.tsx'
import { LanguageStep } from './language-step.tsx'
import { ReadyStep } from './ready-step.tsx'
import { RestoreStep } from './restore-step.tsx'
import { RoomStep } from './room-step.tsx'
import { emptyAnswers, type SetupAnswers, type SetupStepProps } from './setup-answers.ts'

/** The first run. Nothing is written before the last step but one, so that it can be broken off anywhere. */
export function Setup({ onBegin }: { readonly onBegin: () => void }) {
  const { t, language } = useWords()
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<SetupAnswers>(emptyAnswers)
  const [restoring, restore] = useState(false)
  const pin = useNewPin()
  const finish = useDo('setup.finish', { done: () => setAt(4) })

  const step: SetupStepProps = {
    answers,
    change: (changed) => setAnswers((before) => ({ ...before, ...changed })),
    next: () => setAt((before) => before + 1),
    back: () => setAt((before) => before - 1),
    frame: {
      brand: { name: t('app.name'), place: t('setup.first') },
      steps: [
        t('setup.step.language'),
        t('setup.step.room'),
        t('setup.step.coordinator'),
        t('setup.step.devices'),
        t('setup.step.ready'),
      ],
      at,
    },
  }
  const settle = () => {
    onBegin()
    finish.go({
      language,
      school: answers.school.trim(),
      room: answers.room.trim(),
      seat: answers.seat,
      coordinator: { name: answers.name.trim(), pin: pin.value },
    })
  }

  if (restoring) return <RestoreStep frame={step.frame} back={() => restore(false)} />
  if (at === 0) return <LanguageStep {...step} restore={() => restore(true)} />
  if (at === 1) return <RoomStep {...step} />
  if (at === 2) return <CoordinatorStep {...step} pin={pin} />
  if (at === 3) return <DevicesStep {...step} next={settle} busy={finish.busy} refusal={finish.refusal} />
  return <ReadyStep {...step} recoveryKey={finish.value?.recoveryKey ?? ''} />
}
