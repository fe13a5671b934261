import type { ContactCard, FamilyLine, KinCard } from '#contract/contacts.ts'
import type { Face } from '#contract/people.ts'
import { mediaAddress } from '#core/media/address-rules.ts'
import {
  agreedIn,
  agreedPhones,
  everyPurpose,
  latestWord,
  type Agreed,
  type ConsentFact,
} from './consent-rules.ts'
import { canReach, holds } from './reach-rules.ts'
import type { ContactRecord, ContactStore, FamilyChild } from './store.ts'

/** The family of one child with all that was said about it. */
export interface FamilyRows {
  readonly contacts: readonly ContactRecord[]
  readonly facts: ReadonlyMap<string, readonly ConsentFact[]>
}

export function familyRows(store: ContactStore, childId: string): FamilyRows {
  return { contacts: store.of(childId), facts: byContact(store.consentsOf(childId)) }
}

/** What holds for one of the family now, or held at `until` by what was written down then. */
export function agreedFor(contact: ContactRecord, { contacts, facts }: FamilyRows, until?: number): Agreed {
  const own = wordsAbout(contact, { contacts, facts })
  // Only what may be dialled counts as a number: one that nobody agreed to is none.
  return holds(
    { ...contact, phones: agreedPhones(contact.phones, own, until) },
    contacts,
    agreedIn(own, until),
  )
}

export function contactCard(
  contact: ContactRecord,
  family: FamilyRows,
  staff: ReadonlyMap<string, string>,
): ContactCard {
  const own = family.facts.get(contact.id) ?? []
  const now = agreedFor(contact, family)
  const nameOf = (id: string) => family.contacts.find((one) => one.id === id)?.name ?? null
  return {
    id: contact.id,
    relation: contact.relation,
    name: contact.name,
    called: contact.called,
    guardian: contact.isGuardian,
    city: contact.city,
    spoken: contact.spoken,
    language: contact.language,
    phones: contact.phones,
    unagreed: unagreedPhones(contact, own),
    ...photoOf(contact),
    consent: everyPurpose.map((purpose) => {
      const last = latestWord(own, purpose)
      return {
        purpose,
        holds: now[purpose],
        last: last
          ? {
              given: last.given,
              day: last.day,
              how: last.how,
              guardian: nameOf(last.guardianId),
              witness: staff.get(last.witnessId) ?? null,
              note: last.note,
            }
          : null,
      }
    }),
  }
}

/**
 * What was said about a contact, and what was taken back about the same person on another card of this family: two records of one
 * child that were merged bring everybody twice, and a merge gives nobody what was taken back.
 */
function wordsAbout(contact: ContactRecord, { contacts, facts }: FamilyRows): readonly ConsentFact[] {
  const own = facts.get(contact.id) ?? []
  const takenBack = contacts
    .filter((other) => other.id !== contact.id && isSamePerson(contact, other))
    .flatMap((other) => everyPurpose.map((purpose) => latestWord(facts.get(other.id) ?? [], purpose)))
    .filter((word) => word?.given === false)
  return [...own, ...takenBack.filter((word) => word !== undefined)]
}

const isSamePerson = (one: ContactRecord, other: ContactRecord): boolean =>
  one.name === other.name ||
  (one.relation === other.relation && one.phones.some((phone) => other.phones.includes(phone)))

/** Numbers that came after a guardian had agreed to telephoning: they wait for a word of their own. */
function unagreedPhones({ phones }: ContactRecord, facts: readonly ConsentFact[]): readonly string[] {
  if (!latestWord(facts, 'phone')?.given) return []
  const agreed = agreedPhones(phones, facts)
  return phones.filter((phone) => !agreed.includes(phone))
}

export interface ReachCard extends KinCard {
  /** At the SIP proxy. */
  readonly user: string
}

/** Whom a child may reach (C2), in the order in which they were entered; nobody without a way that holds. */
export function reachCards(family: FamilyRows, userOf: (contactId: string) => string): readonly ReachCard[] {
  return family.contacts.flatMap((contact) => {
    const agreed = agreedFor(contact, family)
    if (!canReach(agreed)) return []
    const { video, phone, messages } = agreed
    const card = {
      contactId: contact.id,
      user: userOf(contact.id),
      called: contact.called,
      relation: contact.relation,
      city: contact.city,
      video,
      phone,
      messages,
    }
    return [{ ...card, ...(agreed.photo ? photoOf(contact) : {}) }]
  })
}

/** All children with what they have, by name. */
export function familyLines(store: ContactStore): readonly FamilyLine[] {
  const contacts = Map.groupBy(store.all(), ({ childId }) => childId)
  const facts = byContact(store.allConsents())
  return store.children().map((child) => {
    const own = contacts.get(child.id) ?? []
    const held = own.map((contact) => agreedFor(contact, { contacts: own, facts }))
    return {
      childId: child.id,
      name: child.name,
      pinyin: child.pinyin,
      number: child.number,
      classId: child.classId,
      classLabel: child.classLabel,
      face: faceOf(child),
      contacts: own.map(({ called }) => called),
      guardians: own.filter(({ isGuardian }) => isGuardian).length,
      agreed: everyPurpose.filter((purpose) => held.some((agreed) => agreed[purpose])),
    }
  })
}

export const byContact = (facts: readonly ConsentFact[]): ReadonlyMap<string, readonly ConsentFact[]> =>
  Map.groupBy(facts, ({ contactId }) => contactId)

export const faceOf = ({ animal, tone, photo }: FamilyChild): Face => ({
  animal,
  tone,
  ...(photo !== null && { photo: mediaAddress('photo', photo) }),
})

const photoOf = ({ photo }: ContactRecord) => (photo === null ? {} : { photo: mediaAddress('photo', photo) })
