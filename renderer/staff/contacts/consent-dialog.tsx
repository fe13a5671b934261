import { useState } from 'react'
import type { ConsentHow, ContactCard, Family } from '#contract/contacts.ts'
import type { StaffPerson } from '#contract/people.ts'
import type { Purpose } from '#contract/wire.ts'
import { birthdayFrom as dayFrom } from '#core/children/import-cell-rules.ts'
import { Button, CheckBox, Dialog, Notice, Select, TextField } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { localDay } from '../report/local-day.ts'
import { staleFamily, useRelativeName } from './contact-words.ts'

const ways = ['in-person', 'phone', 'written'] as const satisfies ConsentHow[]

interface ConsentDialogProps {
  readonly family: Family
  readonly contact: ContactCard
  readonly given: boolean
  readonly person: StaffPerson
  readonly onClose: () => void
}

/** Writes down what a guardian said: what, when, who, how, and who heard it. */
export function ConsentDialog({ family, contact, given, person, onClose }: ConsentDialogProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const guardians = family.contacts.filter(({ guardian }) => guardian)
  // Taking back is offered for what was given and not taken back yet, even where it does not hold just now.
  const offered = contact.consent.filter(({ last }) => given || last?.given)
  // Nothing is ticked beforehand: each purpose is said, or it is not.
  const [purposes, setPurposes] = useState<readonly Purpose[]>([])
  const [guardianId, setGuardian] = useState(
    () => guardians.find(({ id }) => id === contact.id)?.id ?? guardians[0]?.id,
  )
  const [how, setHow] = useState<ConsentHow>('in-person')
  const [witnessId, setWitness] = useState(person.id)
  const [today] = useState(() => localDay(new Date()))
  const [typedDay, setDay] = useState(today)
  const [note, setNote] = useState('')
  const people = useAnswer('staff.people', undefined, { fresh: true })
  const decide = useDo('contacts.decide', { stale: staleFamily, done: onClose })
  const day = dayFrom(typedDay, today)
  const names = { child: family.child.name, contact: nameOf(contact) }
  const ready = purposes.length > 0 && day !== null && guardianId !== undefined

  return (
    <Dialog
      open
      asking
      title={t(given ? 'contacts.give-title' : 'contacts.withdraw-title', names)}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t(given ? 'contacts.give' : 'contacts.withdraw')}
            look="main"
            disabled={!ready}
            busy={decide.busy}
            onPress={() =>
              day !== null &&
              guardianId !== undefined &&
              decide.go({
                childId: family.child.id,
                contactId: contact.id,
                purposes: [...purposes],
                given,
                day,
                guardianId,
                witnessId,
                how,
                note: note.trim() === '' ? null : note.trim(),
              })
            }
          />
        </>
      }
    >
      <p>{t(given ? 'contacts.give-hint' : 'contacts.withdraw-hint')}</p>
      <div className="purposes" role="group" aria-label={t('contacts.consent')}>
        {offered.map(({ purpose }) => (
          <CheckBox
            key={purpose}
            checked={purposes.includes(purpose)}
            onChange={(on) =>
              setPurposes((before) => (on ? [...before, purpose] : before.filter((one) => one !== purpose)))
            }
          >
            {t(`contacts.purpose.${purpose}`)}
          </CheckBox>
        ))}
      </div>
      <div className="two-fields">
        <Select
          label={t('contacts.who-said')}
          items={guardians.map((one) => ({ id: one.id, label: nameOf(one) }))}
          chosen={guardianId}
          onChoose={setGuardian}
        />
        <Select
          label={t('contacts.how-label')}
          items={ways.map((id) => ({ id, label: t(`contacts.how.${id}`) }))}
          chosen={how}
          onChoose={(id) => setHow(ways.find((one) => one === id) ?? how)}
        />
        <Select
          label={t('contacts.who-heard')}
          items={(people.value ?? [person]).map(({ id, name }) => ({ id, label: name }))}
          chosen={witnessId}
          onChoose={setWitness}
        />
        <TextField
          label={t('contacts.day')}
          value={typedDay}
          onChange={setDay}
          maxLength={20}
          {...(day === null ? { error: t('contacts.day-wrong') } : {})}
        />
      </div>
      <TextField label={t('contacts.note')} value={note} onChange={setNote} maxLength={200} />
      {decide.refusal && <Notice tone="care" title={refusalWords(t, decide.refusal)} />}
    </Dialog>
  )
}
