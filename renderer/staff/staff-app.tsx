import { lazy, Suspense, useState } from 'react'
import { Button, EmptyState } from '#ui/staff.ts'
import { refusalWords } from './refusal-words.ts'
import { useWords } from './words.ts'
import { useAnswer, useEvent, useForget, useKnow } from '../api/query.tsx'
import { RecoveryKeyDialog } from './sign-in/recovery-key-dialog.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { useStaffLanguage } from './use-staff-language.ts'
import { useSignsOfLife } from './use-signs-of-life.ts'

const Setup = lazy(() => import('./setup/setup.tsx').then((module) => ({ default: module.Setup })))
const Console = lazy(() => import('./console.tsx').then((module) => ({ default: module.Console })))

/** First run, sign-in or console: main says which. */
export function StaffApp() {
  const { t } = useWords()
  const setup = useAnswer('setup.state', undefined)
  const me = useAnswer('staff.me', undefined)
  const know = useKnow()
  const forget = useForget()
  // The set-up shows a recovery key after the room exists, so it stays until it has been closed by hand.
  const [settingUp, setSettingUp] = useState(false)
  const [newKey, setNewKey] = useState<string>()
  useEvent('staff.changed', (person) => {
    know('staff.me', person)
    if (!person) forget('staff.people')
  })
  useStaffLanguage()
  useSignsOfLife()

  const refusal = setup.refusal ?? me.refusal
  if (refusal) {
    const again = () => {
      setup.again()
      me.again()
    }
    return (
      <main className="staff-alone">
        <EmptyState
          title={refusalWords(t, refusal)}
          action={<Button label={t('console.again')} icon="arrow-clockwise" onPress={again} />}
        />
      </main>
    )
  }
  if (setup.value === undefined || me.value === undefined) return null
  if (setup.value.needed || settingUp) {
    return (
      <Suspense>
        <Setup onBegin={() => setSettingUp(true)} />
      </Suspense>
    )
  }
  if (!me.value) return <SignIn onNewKey={setNewKey} />
  return (
    <Suspense>
      <Console person={me.value} />
      {newKey && <RecoveryKeyDialog recoveryKey={newKey} onKept={() => setNewKey(undefined)} />}
    </Suspense>
  )
}
