import type { Publication, WireChild, WireContact } from '#contract/wire.ts'
import type { Agreed } from './consent-rules.ts'
import { canReach, type Reach } from './reach-rules.ts'

export interface PublishedChild {
  readonly id: string
  readonly given: string
  readonly animal: string
  readonly tone: string
}

export interface PublishedContact extends Reach {
  readonly called: string
  readonly language: 'zh-CN' | 'en'
}

export interface PublicationParts {
  readonly room: string
  readonly school: string
  readonly children: readonly PublishedChild[]
  readonly contacts: readonly PublishedContact[]
  /** What holds for a contact. */
  readonly agreed: (contact: PublishedContact) => Agreed
  /** The numbers that may be dialled, where telephoning is agreed. */
  readonly phonesOf: (contact: PublishedContact) => readonly string[]
  /** The SIP user of a row. */
  readonly userOf: (kind: 'child' | 'contact', id: string) => string
}

/**
 * What the call server may know, and no more: contacts whom a child may reach, their children by given name and animal,
 * a telephone number only where telephoning is agreed. In the order of ids, so that the same room gives the same text.
 */
export function publicationOf(parts: PublicationParts): Omit<Publication, 'version'> {
  const { userOf } = parts
  const known = new Map(parts.children.map((child) => [child.id, child]))
  const contacts: WireContact[] = []
  const reached = new Set<string>()
  for (const contact of parts.contacts.toSorted(byId)) {
    const consent = parts.agreed(contact)
    if (!known.has(contact.childId) || !canReach(consent)) continue
    reached.add(contact.childId)
    contacts.push({
      id: contact.id,
      user: userOf('contact', contact.id),
      child: userOf('child', contact.childId),
      called: contact.called,
      language: contact.language,
      phones: consent.phone ? [...parts.phonesOf(contact)] : [],
      consent: { ...consent },
    })
  }
  const children: WireChild[] = parts.children
    .filter(({ id }) => reached.has(id))
    .toSorted(byId)
    .map(({ id, given, animal, tone }) => ({ user: userOf('child', id), given, animal, tone }))
  return { room: parts.room, school: parts.school, children, contacts }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}
