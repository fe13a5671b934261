import './setup.css'
import { useState } from 'react'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { useNewPin } from '../sign-in/new-pin.tsx'
import { CardNotice } from './card-notice.tsx'
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
  const card = useAnswer('setup.card', undefined)
  const found = card.value?.found ?? null
  const [typed, setTyped] = useState<Partial<SetupAnswers>>({})
  const [compared, compare] = useState(false)
  const believed = found && (found.isKnownKey || compared) ? found : null
  const answers: SetupAnswers = {
    ...emptyAnswers,
    ...(believed && { school: believed.school, room: believed.room, seat: believed.seat ?? 1 }),
    ...typed,
  }
  const [restoring, restore] = useState(false)
  const pin = useNewPin()
  const finish = useDo('setup.finish', { done: () => setAt(4) })

  const step: SetupStepProps = {
    answers,
    change: (changed) => setTyped((before) => ({ ...before, ...changed })),
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
      ...(believed && { card: believed.fingerprint }),
      coordinator: { name: answers.name.trim(), pin: pin.value },
    })
  }

  if (restoring) return <RestoreStep frame={step.frame} back={() => restore(false)} />
  if (at === 0)
    return (
      <LanguageStep
        {...step}
        // What the stick says need not be typed; where it could keep no number, that page asks for it.
        {...(believed?.seat && { next: () => setAt(2) })}
        restore={() => restore(true)}
        card={card.value && <CardNotice look={card.value} compared={compared} onCompare={compare} />}
      />
    )
  if (at === 1) return <RoomStep {...step} />
  if (at === 2) return <CoordinatorStep {...step} pin={pin} />
  if (at === 3) return <DevicesStep {...step} next={settle} busy={finish.busy} refusal={finish.refusal} />
  return <ReadyStep {...step} recoveryKey={finish.value?.recoveryKey ?? ''} />
}
