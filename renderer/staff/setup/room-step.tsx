import { NumberField, SetupPage, TextField } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import type { SetupStepProps } from './setup-answers.ts'
import { StepFooter } from './step-footer.tsx'

/** Which school, which room, which seat. */
export function RoomStep({ answers, change, next, back, frame }: SetupStepProps) {
  const { t } = useWords()
  const ready = answers.school.trim() !== '' && answers.room.trim() !== ''
  return (
    <SetupPage
      {...frame}
      title={t('setup.room')}
      sub={t('setup.room-sub')}
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
          label={t('setup.school')}
          value={answers.school}
          onChange={(school) => change({ school })}
          maxLength={60}
          placeholder={t('setup.school-like')}
          large
          autoFocus
        />
        <TextField
          label={t('setup.room-name')}
          value={answers.room}
          onChange={(room) => change({ room })}
          maxLength={40}
          placeholder={t('setup.room-like')}
          large
        />
        <NumberField
          label={t('setup.seat')}
          hint={t('setup.seat-hint')}
          value={answers.seat}
          onChange={(seat) => change({ seat })}
          min={1}
          max={60}
          lessLabel={t('setup.less')}
          moreLabel={t('setup.more')}
        />
        <input type="submit" hidden />
      </form>
    </SetupPage>
  )
}
