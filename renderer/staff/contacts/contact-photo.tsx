import '../children/children.css'
import type { ContactCard } from '#contract/contacts.ts'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PhotoBooth } from '../children/photo-booth.tsx'
import { ContactFace } from './contact-face.tsx'
import { staleFamily, useRelativeName } from './contact-words.ts'

interface ContactPhotoProps {
  readonly childId: string
  readonly contact: ContactCard
  readonly onClose: () => void
}

/** A relative's photograph: of the person, or of a print that the family brought. */
export function ContactPhoto({ childId, contact, onClose }: ContactPhotoProps) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const of = { childId, contactId: contact.id }
  const photo = useDo('contacts.setPhoto', { stale: staleFamily, done: onClose })
  return (
    <Dialog
      open
      title={`${nameOf(contact)} · ${t('contacts.photo')}`}
      closeLabel={t('children.close')}
      onClose={onClose}
      {...(contact.photo
        ? {
            actions: (
              <Button
                label={t('contacts.drop-photo')}
                look="ghost"
                icon="trash"
                busy={photo.busy}
                onPress={() => photo.go({ ...of, image: null })}
              />
            ),
          }
        : {})}
    >
      {contact.photo && <ContactFace contact={contact} />}
      <PhotoBooth busy={photo.busy} onPhoto={(image) => photo.go({ ...of, image })} onClose={onClose} />
      {photo.refusal && <Notice tone="care" title={refusalWords(t, photo.refusal)} />}
    </Dialog>
  )
}
