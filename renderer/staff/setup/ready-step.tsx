import { useState } from 'react'
import { Button, CheckBox, Notice, Panel, SetupPage } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import type { SetupStepProps } from './setup-answers.ts'

/** The recovery key, once, and the door of the room. */
export function ReadyStep({
  answers,
  frame,
  recoveryKey,
}: SetupStepProps & { readonly recoveryKey: string }) {
  const { t } = useWords()
  const [kept, keep] = useState(false)
  const open = useDo('setup.openRoom')
  return (
    <SetupPage
      {...frame}
      title={t('setup.ready')}
      sub={t('setup.ready-sub', { school: answers.school, room: answers.room, seat: answers.seat })}
      footer={
        <Button
          label={t('setup.open')}
          look="main"
          large
          icon="door-open"
          className="end"
          disabled={!kept}
          busy={open.busy}
          onPress={() => open.go()}
        />
      }
    >
      <Panel tone="warm" title={t('setup.key')} inset className="setup-key">
        <output aria-label={t('setup.key')}>{recoveryKey}</output>
        <p>{t('setup.key-why')}</p>
        <CheckBox checked={kept} onChange={keep}>
          {t('setup.key-kept')}
        </CheckBox>
      </Panel>
      {open.refusal && <Notice tone="bad" title={refusalWords(t, open.refusal)} />}
    </SetupPage>
  )
}
