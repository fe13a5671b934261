import './contacts.css'
import { useState } from 'react'
import type { StaffPerson } from '#contract/people.ts'
import type { Family } from '#contract/contacts.ts'
import { Button, Chip, DeskHead, EmptyState, Face, Notice, Panel } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { ContactPanel } from './contact-panel.tsx'

interface FamilyPageProps {
  readonly childId: string
  readonly person: StaffPerson
  readonly onBack: () => void
}

/** The family of one child: relatives, what their guardians agreed to, invitations and devices (S3, C2). */
export function FamilyPage({ childId, person, onBack }: FamilyPageProps) {
  const { t } = useWords()
  const [adding, setAdding] = useState(false)
  const family = useAnswer('contacts.family', { childId })
  const server = family.value?.published.server ?? false
  const devices = useAnswer('contacts.devices', { childId }, { when: server, fresh: true })
  const now = family.value
  const child = now?.child

  return (
    <>
      <DeskHead
        title={
          <span className="family-title">
            <Button label={t('contacts.back')} look="ghost" icon="arrow-left" square onPress={onBack} />
            {child && <Face face={child.face} size={48} />}
            <span>{child ? t('contacts.family-of', { name: child.name }) : ''}</span>
          </span>
        }
        right={
          child && (
            <Button label={t('contacts.add')} icon="user-plus" look="main" onPress={() => setAdding(true)} />
          )
        }
      >
        {child && <Chip>{child.classLabel}</Chip>}
      </DeskHead>
      {family.refusal && <Notice tone="bad" title={refusalWords(t, family.refusal)} />}
      {now && <FamilyNotices family={now} />}
      {devices.refusal && <Notice tone="care" title={refusalWords(t, devices.refusal)} />}
      {now?.contacts.length === 0 && (
        <Panel>
          <EmptyState title={t('contacts.nobody')} hint={t('contacts.nobody-hint')} />
        </Panel>
      )}
      {now && (
        <div className="kin-grid">
          {now.contacts.map((contact) => (
            <ContactPanel
              key={contact.id}
              family={now}
              contact={contact}
              devices={devices.value?.filter((device) => device.contact === contact.id)}
              person={person}
            />
          ))}
        </div>
      )}
      {adding && now && (
        <ContactDialog
          childId={childId}
          contact={undefined}
          first={now.contacts.every(({ guardian }) => !guardian)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

function FamilyNotices({ family }: { readonly family: Family }) {
  const { t } = useWords()
  const { contacts, published } = family
  const send = useDo('contacts.publish', { stale: ['contacts.family'] })
  return (
    <>
      {contacts.length > 0 && contacts.every(({ guardian }) => !guardian) && (
        <Notice tone="care" title={t('contacts.no-guardian-yet')}>
          {t('contacts.no-guardian-hint')}
        </Notice>
      )}
      {!published.server && (
        <Notice tone="note" title={t('contacts.no-server')}>
          {t('contacts.no-server-hint')}
        </Notice>
      )}
      {published.server && published.due && (
        <Notice
          tone="note"
          title={t('contacts.due')}
          action={<Button label={t('contacts.send-now')} busy={send.busy} onPress={() => send.go()} />}
        >
          {send.refusal ? refusalWords(t, send.refusal) : t('contacts.due-hint')}
        </Notice>
      )}
    </>
  )
}
