import { useState } from 'react'
import type { ContactCard, Family } from '#contract/contacts.ts'
import type { StaffPerson } from '#contract/people.ts'
import type { PairedDevice } from '#contract/wire.ts'
import { shownPhone } from '#core/contacts/phone-rules.ts'
import { Button, Chip, Icon } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import { ConsentList } from './consent-list.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { ContactFace } from './contact-face.tsx'
import { ContactPhoto } from './contact-photo.tsx'
import { useRelativeName } from './contact-words.ts'
import { DeviceList } from './device-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { RemoveContact } from './remove-contact.tsx'

interface ContactPanelProps {
  readonly family: Family
  readonly contact: ContactCard
  /** Undefined while they are not known, or where there is no call server. */
  readonly devices: readonly PairedDevice[] | undefined
  readonly person: StaffPerson
}

type Opened = 'change' | 'photo' | 'give' | 'withdraw' | 'invite'

/** One relative of a child: who they are, what was agreed to, and their devices. */
export function ContactPanel({ family, contact, devices, person }: ContactPanelProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const [opened, open] = useState<Opened>()
  const close = () => open(undefined)
  const childId = family.child.id
  const hasGuardian = family.contacts.some(({ guardian }) => guardian)
  const mayInvite = contact.consent.some(
    ({ purpose, holds }) => holds && (purpose === 'video' || purpose === 'messages'),
  )
  const place = [contact.city, contact.spoken].filter((part) => part !== null).join(' · ')

  return (
    <section className="panel kin" aria-label={nameOf(contact)}>
      <header>
        <ContactFace contact={contact} />
        <div className="contact-name">
          <h2>{nameOf(contact)}</h2>
          <small>{place}</small>
        </div>
        <div className="right">
          {contact.guardian && (
            <Chip tone="note" icon="shield-check">
              {t('contacts.guardian')}
            </Chip>
          )}
          <Button
            label={t('contacts.change')}
            look="ghost"
            icon="pencil-simple"
            square
            onPress={() => open('change')}
          />
          <RemoveContact childId={childId} contact={contact} />
        </div>
      </header>
      <div className="inside">
        <dl className="kin-facts">
          <div>
            <dt>{t('contacts.called')}</dt>
            <dd>{contact.called}</dd>
          </div>
          <div>
            <dt>
              <Icon name="phone" weight="regular" />
            </dt>
            <dd>
              {contact.phones.length > 0 ? contact.phones.map(shownPhone).join('、') : t('contacts.no-phone')}
              {contact.unagreed.length > 0 && (
                <small className="unagreed">
                  {t('contacts.unagreed', { phones: contact.unagreed.map(shownPhone).join('、') })}
                </small>
              )}
            </dd>
          </div>
        </dl>
        <ConsentList contact={contact} />
        {devices && <DeviceList childId={childId} contactId={contact.id} devices={devices} />}
        <div className="kin-deeds">
          <Button
            label={t('contacts.give')}
            icon="seal-check"
            disabled={!hasGuardian}
            onPress={() => open('give')}
          />
          {hasGuardian && contact.consent.some(({ last }) => last?.given) && (
            <Button label={t('contacts.withdraw')} look="ghost" onPress={() => open('withdraw')} />
          )}
          {contact.consent.some(({ purpose, holds }) => purpose === 'photo' && holds) && (
            <Button label={t('contacts.take-photo')} icon="camera" onPress={() => open('photo')} />
          )}
          {family.published.server && mayInvite && (
            <Button label={t('contacts.invite')} icon="device-mobile" onPress={() => open('invite')} />
          )}
        </div>
      </div>
      {opened === 'change' && (
        <ContactDialog childId={childId} contact={contact} first={false} onClose={close} />
      )}
      {opened === 'photo' && <ContactPhoto childId={childId} contact={contact} onClose={close} />}
      {(opened === 'give' || opened === 'withdraw') && (
        <ConsentDialog
          family={family}
          contact={contact}
          given={opened === 'give'}
          person={person}
          onClose={close}
        />
      )}
      {opened === 'invite' && <InviteDialog family={family} contact={contact} onClose={close} />}
    </section>
  )
}
