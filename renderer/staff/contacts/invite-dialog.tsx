import { useRef, useState } from 'react'
import type { ContactCard, Family } from '#contract/contacts.ts'
import { givenName } from '#core/children/surname-rules.ts'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { useDayWord, useRelativeName } from './contact-words.ts'
import { InviteSlip } from './invite-slip.tsx'
import { Qr } from './qr.tsx'

interface InviteDialogProps {
  readonly family: Family
  readonly contact: ContactCard
  readonly onClose: () => void
}

/** A one-time link for a relative's own device: on the screen, on paper, or copied. Shown once, never kept. */
export function InviteDialog({ family, contact, onClose }: InviteDialogProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const dayWord = useDayWord()
  const of = { childId: family.child.id, contactId: contact.id }
  const link = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const invite = useDo('contacts.invite', { stale: ['contacts.invitations'], done: () => setCopied(false) })
  const open = useAnswer('contacts.invitations', of, { fresh: true })
  const revoke = useDo('contacts.revokeInvitation', { stale: ['contacts.invitations'] })
  const print = useDo('files.print')
  const made = invite.value
  const given = givenName(family.child.name)
  const older = (open.value ?? []).filter(({ id }) => id !== made?.id)
  const refusal = invite.refusal ?? revoke.refusal ?? print.refusal ?? open.refusal
  const copy = () => {
    link.current?.select()
    // The way of the keyboard: the window has no permission to write the clipboard by script.
    // oxlint-disable-next-line typescript/no-deprecated
    setCopied(document.execCommand('copy'))
  }

  return (
    <Dialog
      open
      title={t('contacts.invite-title', { contact: nameOf(contact) })}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          {made && (
            <Button label={t('contacts.print')} icon="printer" busy={print.busy} onPress={() => print.go()} />
          )}
          <Button
            label={t('contacts.make-link')}
            look={made ? 'outline' : 'main'}
            busy={invite.busy}
            onPress={() => invite.go(of)}
          />
          {made && <Button label={t('papers.done')} look="main" onPress={onClose} />}
        </>
      }
    >
      <p>{t('contacts.invite-how')}</p>
      {refusal && <Notice tone="care" title={refusalWords(t, refusal)} />}
      {made && (
        <div className="invite">
          <Qr text={made.link} label={t('contacts.qr', { called: contact.called })} />
          <div>
            <label className="field">
              <span>{t('contacts.link')}</span>
              <input ref={link} className="link" readOnly value={made.link} />
            </label>
            <Button label={t(copied ? 'contacts.copied' : 'contacts.copy')} icon="copy" onPress={copy} />
            <small>{t('contacts.valid-until', { day: dayWord(made.expiresAt) })}</small>
          </div>
          <InviteSlip invitation={made} called={contact.called} given={given} />
        </div>
      )}
      {older.length > 0 && (
        <section className="older-links">
          <h3>{t('contacts.open-links')}</h3>
          <ul className="kin-rows">
            {older.map(({ id, createdAt, expiresAt }) => (
              <li key={id}>
                <span>
                  {t('contacts.made-on', { day: dayWord(createdAt) })}
                  <small>{t('contacts.valid-until', { day: dayWord(expiresAt) })}</small>
                </span>
                <Button
                  label={t('contacts.revoke')}
                  look="ghost"
                  busy={revoke.busy}
                  onPress={() => revoke.go({ ...of, invitationId: id })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
