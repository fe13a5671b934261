import type { ContactCard } from '#contract/contacts.ts'

/** A relative's photograph, or the first character of what the child calls them. */
export function ContactFace({ contact }: { readonly contact: Pick<ContactCard, 'photo' | 'called'> }) {
  return (
    <span className="kin-face" aria-hidden="true">
      {contact.photo ? <img src={contact.photo} alt="" /> : Array.from(contact.called)[0]}
    </span>
  )
}
