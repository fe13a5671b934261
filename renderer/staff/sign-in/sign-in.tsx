import './sign-in.css'
import { useState } from 'react'
import { Button, Chip, EmptyState, Mark } from '#ui/staff.ts'
import type { StaffPerson } from '#contract/people.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { PinEntry } from './pin-entry.tsx'
import { Recover } from './recover.tsx'

/** Who are you, and your PIN. */
export function SignIn({ onNewKey }: { readonly onNewKey: (recoveryKey: string) => void }) {
  const { t } = useWords()
  const look = useAnswer('room.look', undefined)
  const people = useAnswer('staff.people', undefined, { fresh: true })
  const marks = useAnswer('talks.marks', undefined, { fresh: true })
  const leave = useDo('staff.leave')
  const [chosen, choose] = useState<StaffPerson>()
  const [recovering, recover] = useState(false)
  const person = chosen ?? (people.value?.length === 1 ? people.value[0] : undefined)

  return (
    <div className="staff door-page">
      <section className="door-side">
        <Mark />
        <h1>{t('app.name')}</h1>
        <p>{look.value?.school}</p>
        {look.value?.examplePin && (
          <p className="door-example">{t('sign-in.example', { pin: look.value.examplePin })}</p>
        )}
      </section>
      <main className="door-main">
        {person && recovering ? (
          <Recover person={person} onBack={() => recover(false)} onNewKey={onNewKey} />
        ) : person ? (
          <PinEntry
            key={person.id}
            person={person}
            onOther={(people.value?.length ?? 0) > 1 ? () => choose(undefined) : undefined}
            onLocked={() => recover(true)}
          />
        ) : (
          <>
            <h2>{t('sign-in.who')}</h2>
            {people.value?.length === 0 && <EmptyState title={t('sign-in.nobody')} />}
            <ul className="door-people">
              {people.value?.map((one) => (
                <li key={one.id}>
                  <button type="button" onClick={() => choose(one)}>
                    <span className="door-initial" aria-hidden="true">
                      {Array.from(one.name)[0]}
                    </span>
                    <b>{one.name}</b>
                    <small>{t(`role.${one.role}`)}</small>
                    {marks.value?.includes(one.id) && <Chip tone="note">{t('talks.mark')}</Chip>}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <footer>
          <Button label={t('sign-in.back')} icon="arrow-left" large onPress={() => leave.go()} />
        </footer>
      </main>
    </div>
  )
}
