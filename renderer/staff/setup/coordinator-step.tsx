import { SetupPage, TextField } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { NewPin, type NewPinState } from '../sign-in/new-pin.tsx'
import type { SetupStepProps } from './setup-answers.ts'
import { StepFooter } from './step-footer.tsx'

/** The first grown-up of the room, who lets all the others in. */
export function CoordinatorStep({
  answers,
  change,
  next,
  back,
  frame,
  pin,
}: SetupStepProps & { readonly pin: NewPinState }) {
  const { t } = useWords()
  const ready = answers.name.trim() !== '' && pin.ready
  return (
    <SetupPage
      {...frame}
      title={t('setup.coordinator')}
      sub={t('setup.coordinator-sub')}
      footer={<StepFooter ready={ready} back={back} next={next} />}
    >
      <form
        className="setup-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) next()
        }}
      >
        <TextField
          label={t('setup.name')}
          value={answers.name}
          onChange={(name) => change({ name })}
          maxLength={40}
          placeholder={t('setup.name-like')}
          large
          autoFocus
        />
        <NewPin pin={pin} />
        <input type="submit" hidden />
      </form>
    </SetupPage>
  )
}
