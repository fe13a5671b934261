import { useState } from 'react'
import type { Role } from '#contract/roles.ts'
import type { StaffRow } from '#contract/staff.ts'
import { Button, Dialog, Notice, SaveFoot, Select, TextField } from '#ui/staff.ts'
import { birthdayFrom as dayFrom } from '#core/children/import-cell-rules.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { localDay } from '../report/local-day.ts'
import { NewPin, useNewPin } from '../sign-in/new-pin.tsx'

const roles = ['coordinator', 'teacher', 'social-worker', 'volunteer', 'technician'] as const satisfies Role[]

interface PersonDialogProps {
  /** Absent: somebody new. */
  readonly person: StaffRow | undefined
  readonly onClose: () => void
}

/** One grown-up: name, role, day of the last check; a PIN for somebody new or for whom it is set again. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useWords()
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState<Role>(person?.role ?? 'teacher')
  const [checked, setChecked] = useState(person?.checkedOn ?? '')
  const [again, setAgain] = useState(false)
  const [today] = useState(() => localDay(new Date()))
  const pin = useNewPin()
  const stale = { stale: ['staff.list'] as const }
  const add = useDo('staff.add', { ...stale, done: onClose })
  const change = useDo('staff.change', stale)
  const reset = useDo('staff.resetPin', stale)
  const remove = useDo('staff.remove', { ...stale, done: onClose })
  const refusal = add.refusal ?? change.refusal ?? reset.refusal ?? remove.refusal
  const wantsPin = !person || again
  const checkedOn = checked.trim() === '' ? null : dayFrom(checked, today)
  const dayWrong = checked.trim() !== '' && checkedOn === null
  const ready = name.trim() !== '' && !dayWrong && (!wantsPin || pin.ready)

  const save = async () => {
    const entry = { name: name.trim(), role, checkedOn }
    if (!person) return add.go({ ...entry, pin: pin.value })
    try {
      await change.wait({ id: person.id, ...entry })
      if (again) await reset.wait({ id: person.id, pin: pin.value })
      onClose()
    } catch {
      // What was refused stands below; the dialog stays open.
    }
  }

  return (
    <Dialog
      open
      title={person?.name ?? t('staff.add')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          {person && (
            <Button
              label={t('staff.remove')}
              look="ghost"
              icon="user-minus"
              busy={remove.busy}
              onPress={() => remove.go({ id: person.id })}
            />
          )}
          <SaveFoot
            cancelLabel={t('children.cancel')}
            saveLabel={t('settings.save')}
            ready={ready}
            busy={add.busy || change.busy || reset.busy}
            onCancel={onClose}
            onSave={() => void save()}
          />
        </>
      }
    >
      <TextField
        label={t('children.name')}
        value={name}
        onChange={setName}
        maxLength={40}
        required
        autoFocus
      />
      <Select
        label={t('staff.role')}
        items={roles.map((id) => ({ id, label: t(`role.${id}`) }))}
        chosen={role}
        onChoose={(id) => setRole(roles.find((one) => one === id) ?? role)}
      />
      <TextField
        label={t('staff.checked')}
        hint={`${t('staff.checked-hint')} · ${t('day.hint')}`}
        value={checked}
        onChange={setChecked}
        maxLength={20}
        {...(dayWrong && checked.trim().length >= 8 ? { error: t('day.wrong') } : {})}
      />
      {wantsPin ? (
        <NewPin pin={pin} />
      ) : (
        <Button label={t('staff.new-pin')} icon="password" onPress={() => setAgain(true)} />
      )}
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
    </Dialog>
  )
}
