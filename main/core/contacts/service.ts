import type { Family, FamilyLine } from '#contract/contacts.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Purpose } from '#contract/wire.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { pictureType } from '#core/media/picture-rules.ts'
import type { MediaStore } from '#core/media/store.ts'
import type { CallServerLink } from './call-server-link.ts'
import { agreedPhones } from './consent-rules.ts'
import { decide, type Word } from './decide.ts'
import {
  agreedFor,
  byContact,
  contactCard,
  faceOf,
  familyLines,
  familyRows,
  reachCards,
  type ReachCard,
} from './family-cards.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { normalPhone } from './phone-rules.ts'
import { publicationOf } from './publication-rules.ts'
import { createPublishing, type Publishing } from './publishing.ts'
import { relationFrom } from './relation-rules.ts'
import { sipUser } from './sip-user.ts'
import { createContactStore, type ContactFacts, type ContactRecord, type OfFamily } from './store.ts'

type Answered<T> = Result<T, Refusal>

/** Relatives of the children, what their guardians agreed to, and what the call server knows of it (S3, C2, S11). */
export interface ContactsService {
  family(childId: string): Answered<Family>
  overview(): readonly FamilyLine[]
  /** Numbers as typed; refuses with `phone-unreadable` and `facts.phone`. Gives no consent. */
  add(childId: string, facts: ContactFacts): Answered<{ readonly id: string }>
  change(of: OfFamily, facts: ContactFacts): Answered<void>
  remove(of: OfFamily): Answered<void>
  setPhoto(of: OfFamily, image: Uint8Array | null): Promise<Answered<void>>
  /** Refuses with `no-guardian` and `later-word-stands`. */
  decide(of: OfFamily, word: Word): Answered<void>

  /** All relatives as the child calls them, whoever may be reached. */
  kin(childId: string): readonly Pick<ContactRecord, 'called' | 'relation'>[]
  /** Whom the child may reach now. */
  reachable(childId: string): readonly ReachCard[]
  /** Whether this may be done with this contact now, or held at `until` (UTC ms) by what was written down then. */
  may(of: OfFamily, purpose: Purpose, until?: number): boolean
  /** The approved numbers in E.164, the first one first; none without consent to telephoning. */
  dialable(of: OfFamily): readonly string[]
  /** The child whom an approved number belongs to: for lamps, never for opening anything. */
  callersOf(phone: string): readonly OfFamily[]
  /** Whom two user names of the proxy stand for; undefined unless they are of one family. */
  ofUsers(child: string, contact: string): OfFamily | undefined
  readonly users: { child(id: string): string; contact(id: string): string }
  /** Every relative by the user name at the call server. */
  byUser(): ReadonlyMap<string, OfFamily>

  readonly invitations: Invitations
  readonly publishing: Publishing
  /** Something beside contacts has changed that may be published: a name, a class list, rows of another seat. */
  recheck(): void
  /** This seat has joined a room of a call server: all of it is told anew. */
  joinedRoom(): void
  onChange(listener: () => void): () => void
}

export interface ContactsParts {
  readonly media: Pick<MediaStore, 'keep'>
  readonly school: () => string
  /** The call server, where this seat has one. */
  readonly link: () => CallServerLink | undefined
}

const LARGEST_PHOTO = 1_000_000

export function createContactsService(
  ground: Ground,
  { media, school, link }: ContactsParts,
): ContactsService {
  const { db, clock, newId } = ground
  const store = createContactStore(db)
  const listeners = new Set<() => void>()

  const content = (room: string) => {
    const contacts = store.all()
    const families = Map.groupBy(contacts, ({ childId }) => childId)
    const facts = byContact(store.allConsents())
    return publicationOf({
      room,
      school: school(),
      children: store.children(),
      contacts,
      agreed: (contact) =>
        agreedFor(contact as ContactRecord, { contacts: families.get(contact.childId) ?? [], facts }),
      phonesOf: ({ id, phones }) => agreedPhones(phones, facts.get(id) ?? []),
      userOf: sipUser,
    })
  }
  const publishing = createPublishing(ground, { store, link, content })

  const changed = (): void => {
    for (const listener of listeners) listener()
    publishing.soon()
  }
  const find = ({ childId, contactId }: OfFamily): ContactRecord | undefined =>
    store.child(childId) && store.of(childId).find(({ id }) => id === contactId)
  /** Runs one change of a contact in a transaction, then tells of it. */
  const change = (of: OfFamily, work: (contact: ContactRecord) => Answered<void> | void): Answered<void> => {
    const done = db.transaction((): Answered<void> => {
      const contact = find(of)
      return contact ? (work(contact) ?? ok(undefined)) : err(refuse('not-found'))
    })
    if (done.ok) changed()
    return done
  }
  const may: ContactsService['may'] = (of, purpose, until) => {
    const contact = find(of)
    return contact !== undefined && agreedFor(contact, familyRows(store, of.childId), until)[purpose]
  }

  const dialable: ContactsService['dialable'] = (of) => {
    if (!may(of, 'phone')) return []
    const facts = familyRows(store, of.childId).facts.get(of.contactId) ?? []
    return agreedPhones(find(of)?.phones ?? [], facts)
  }

  return {
    family: (childId) => {
      const child = store.child(childId)
      if (!child) return err(refuse('not-found'))
      const rows = familyRows(store, childId)
      const staff = store.staffNames()
      return ok({
        child: { id: child.id, name: child.name, classLabel: child.classLabel, face: faceOf(child) },
        contacts: rows.contacts.map((contact) => contactCard(contact, rows, staff)),
        published: publishing.state(),
      })
    },
    overview: () => familyLines(store),
    add: (childId, typed) => {
      const facts = factsOf(typed)
      if (!facts.ok) return facts
      const id = newId()
      const done = db.transaction(() => {
        if (!store.child(childId)) return false
        store.add(id, childId, facts.value, clock.now())
        return true
      })
      if (!done) return err(refuse('not-found'))
      changed()
      return ok({ id })
    },
    change: (of, typed) => {
      const facts = factsOf(typed)
      return facts.ok ? change(of, ({ id, childId }) => store.put(id, childId, facts.value)) : facts
    },
    remove: (of) => change(of, ({ id }) => store.remove(id)),
    setPhoto: async (of, image) => {
      if (!image) return change(of, ({ id }) => store.setPhoto(id, null))
      if (image.length > LARGEST_PHOTO) return err(refuse('file-too-large'))
      if (!pictureType(image)) return err(refuse('file-unreadable'))
      if (!find(of)) return err(refuse('not-found'))
      if (!may(of, 'photo')) return err(refuse('no-consent'))
      const kept = await media.keep(image, 'photo')
      if (!kept.ok) return err(refuse(kept.error))
      // Taken back while the picture was written.
      return change(of, ({ id }) =>
        may(of, 'photo') ? store.setPhoto(id, kept.value) : err(refuse('no-consent')),
      )
    },
    decide: (of, word) => change(of, (contact) => decide(ground, store, contact, word)),

    kin: (childId) => store.of(childId),
    reachable: (childId) =>
      store.child(childId) ? reachCards(familyRows(store, childId), (id) => sipUser('contact', id)) : [],
    may,
    dialable,
    callersOf: (phone) =>
      store
        .all()
        .filter(({ phones }) => phones.includes(phone))
        .map(({ id, childId }) => ({ childId, contactId: id }))
        .filter((of) => dialable(of).includes(phone)),
    ofUsers: (child, contact) => {
      const found = store.all().find(({ id }) => sipUser('contact', id) === contact)
      return found && sipUser('child', found.childId) === child
        ? { childId: found.childId, contactId: found.id }
        : undefined
    },
    users: { child: (id) => sipUser('child', id), contact: (id) => sipUser('contact', id) },
    byUser: () =>
      new Map(
        store.all().map(({ id, childId }) => [sipUser('contact', id), { childId, contactId: id }] as const),
      ),

    invitations: createInvitations({ link, publishing, find, may, all: store.all, of: store.of }),
    publishing,
    recheck: changed,
    joinedRoom: () => {
      store.forgetSent()
      changed()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function factsOf(typed: ContactFacts): Answered<ContactFacts> {
  const phones: string[] = []
  for (const number of typed.phones) {
    const phone = normalPhone(number)
    if (phone === null) return err(refuse('phone-unreadable', { facts: { phone: number } }))
    if (!phones.includes(phone)) phones.push(phone)
  }
  return ok({ ...typed, relation: relationFrom(typed.relation), phones })
}
