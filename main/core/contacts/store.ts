import type { ConsentHow } from '#contract/contacts.ts'
import type { Animal, Tone } from '#contract/people.ts'
import type { Purpose } from '#contract/wire.ts'
import type { WritableDb } from '#core/db/handles.ts'
import type { Present } from '#core/kernel/clock.ts'
import type { ConsentFact } from './consent-rules.ts'
import type { Reach } from './reach-rules.ts'

/** A relative of a child as rows hold it. */
export interface ContactRecord extends Reach {
  readonly relation: string
  readonly name: string
  readonly called: string
  readonly city: string | null
  readonly spoken: string | null
  readonly language: 'zh-CN' | 'en'
  readonly photo: string | null
  readonly createdAt: number
}

/** What staff or a class list say of a relative. */
export interface ContactFacts {
  readonly relation: string
  readonly name: string
  readonly called: string
  readonly guardian: boolean
  readonly city: string | null
  readonly spoken: string | null
  readonly language: 'zh-CN' | 'en'
  /** E.164. */
  readonly phones: readonly string[]
}

export interface FamilyChild {
  readonly id: string
  readonly name: string
  readonly pinyin: string
  /** Of the school. */
  readonly number: string | null
  readonly given: string
  readonly classId: string
  readonly classLabel: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
}

/** Which contact of which child; a contact of another child is `not-found`. */
export interface OfFamily {
  readonly childId: string
  readonly contactId: string
}

/** What was last brought to the call server. */
export interface Sent {
  readonly version: number
  readonly hash: string
  readonly at: number
}

export type ContactStore = ReturnType<typeof createContactStore>

type Row = Omit<ContactRecord, 'isGuardian' | 'phones'> & { isGuardian: number; phones: string }
type ConsentRow = Omit<ConsentFact, 'given' | 'phones'> & { given: number; phones: string | null }

const columns = `id, child_id AS childId, relation, name, called, is_guardian AS isGuardian, city, spoken, language,
  phones, photo, approved_by AS approvedBy, created_at AS createdAt`
const factsOf = `id, at, contact_id AS contactId, purpose, given, day, guardian_id AS guardianId,
  witness_id AS witnessId, how, note, phones`
const children = `SELECT child.id, child.name, child.pinyin, child.number, child.given, coalesce(child.class_id, '') AS classId,
  coalesce(class.label, '') AS classLabel, child.animal, child.tone, child.photo
  FROM child LEFT JOIN class ON class.id = child.class_id WHERE child.left_at IS NULL`

export function createContactStore(db: WritableDb) {
  return {
    child: (id: string) => db.get<FamilyChild>(`${children} AND child.id = ?`, [id]),
    /** By name. */
    children: () => db.all<FamilyChild>(`${children} ORDER BY child.sort_key, child.id`),
    /** Of children who are in the room, the oldest row first. */
    all: () =>
      db
        .all<Row>(
          `SELECT ${columns} FROM contact WHERE child_id IN (SELECT id FROM child WHERE left_at IS NULL)
           ORDER BY created_at, id`,
        )
        .map(recordOf),
    of: (childId: string) =>
      db
        .all<Row>(`SELECT ${columns} FROM contact WHERE child_id = ? ORDER BY created_at, id`, [childId])
        .map(recordOf),
    allConsents: () => db.all<ConsentRow>(`SELECT ${factsOf} FROM contact_consent`).map(factOf),
    consentsOf: (childId: string) =>
      db.all<ConsentRow>(`SELECT ${factsOf} FROM contact_consent WHERE child_id = ?`, [childId]).map(factOf),
    put: (id: string, childId: string, facts: ContactFacts): void => {
      db.shared.set('contact', id, { child_id: childId, ...cells(facts) })
    },
    add: (id: string, childId: string, facts: ContactFacts, { at, trusted }: Present): void => {
      const start = { photo: null, approved_by: null, created_at: at, trusted: trusted ? 1 : 0 }
      db.shared.set('contact', id, { child_id: childId, ...cells(facts), ...start })
    },
    setPhones: (id: string, phones: readonly string[]): void =>
      void db.shared.set('contact', id, { phones: JSON.stringify(phones) }),
    setRelation: (id: string, relation: string): void => void db.shared.set('contact', id, { relation }),
    setPhoto: (id: string, photo: string | null): void => void db.shared.set('contact', id, { photo }),
    setApprovedBy: (id: string, guardianId: string): void =>
      void db.shared.set('contact', id, { approved_by: guardianId }),
    remove: (id: string): void => void db.shared.remove('contact', id),
    consent: (fact: ConsentFact & { readonly childId: string; readonly trusted: boolean }): void => {
      db.shared.append('contact_consent', {
        id: fact.id,
        at: fact.at,
        trusted: fact.trusted ? 1 : 0,
        child_id: fact.childId,
        contact_id: fact.contactId,
        purpose: fact.purpose satisfies Purpose,
        given: fact.given ? 1 : 0,
        day: fact.day,
        guardian_id: fact.guardianId,
        witness_id: fact.witnessId,
        how: fact.how satisfies ConsentHow,
        note: fact.note,
        phones: fact.phones ? JSON.stringify(fact.phones) : null,
      })
    },
    /** Everybody who ever belonged to the staff, by id. */
    staffNames: (): ReadonlyMap<string, string> =>
      new Map(
        db.all<{ id: string; name: string }>('SELECT id, name FROM staff').map(({ id, name }) => [id, name]),
      ),

    /** Another server knows nothing of what was brought to the one before. */
    forgetSent: (): void => void db.run('DELETE FROM publication_sent', []),
    sent: () => db.get<Sent>('SELECT version, hash, at FROM publication_sent'),
    setSent: ({ version, hash, at }: Sent): void => {
      db.run(
        `INSERT INTO publication_sent (id, version, hash, at) VALUES (1, ?, ?, ?)
         ON CONFLICT DO UPDATE SET version = excluded.version, hash = excluded.hash, at = excluded.at`,
        [version, hash, at],
      )
    },
    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}

const recordOf = ({ isGuardian, phones, ...row }: Row): ContactRecord => ({
  ...row,
  isGuardian: isGuardian === 1,
  phones: JSON.parse(phones) as string[],
})

const factOf = ({ given, phones, ...row }: ConsentRow): ConsentFact => ({
  ...row,
  given: given === 1,
  phones: phones === null ? null : (JSON.parse(phones) as string[]),
})

function cells({ guardian, phones, ...facts }: ContactFacts) {
  return {
    relation: facts.relation,
    name: facts.name,
    called: facts.called,
    is_guardian: guardian ? 1 : 0,
    city: facts.city === '' ? null : facts.city,
    spoken: facts.spoken === '' ? null : facts.spoken,
    language: facts.language,
    phones: JSON.stringify(phones),
  }
}
