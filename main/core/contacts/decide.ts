import type { ConsentHow } from '#contract/contacts.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Purpose } from '#contract/wire.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { latestWord, placeOfWord } from './consent-rules.ts'
import type { ContactRecord, ContactStore } from './store.ts'

/** What a guardian said about one contact. */
export interface Word {
  readonly purposes: readonly Purpose[]
  readonly given: boolean
  /** Local day, YYYY-MM-DD; a day to come is refused. */
  readonly day: string
  readonly guardianId: string
  readonly witnessId: string
  readonly how: ConsentHow
  readonly note: string | null
}

/**
 * Writes a guardian's word down, inside the caller's transaction: all purposes or none. Agreeing makes this guardian the
 * one who approved the contact; taking the photograph back takes the picture away, too.
 */
export function decide(
  { clock, newId, zoneOffset }: Ground,
  store: ContactStore,
  contact: ContactRecord,
  word: Word,
): Result<void, Refusal> {
  const { given, guardianId, witnessId, how, note } = word
  const { at, trusted } = clock.now()
  // A clock that is not believed yet keeps nobody from writing down what was said today.
  const latest = trusted ? at : Math.max(at, clock.wall())
  const family = store.of(contact.childId)
  if (!family.some(({ id, isGuardian }) => id === guardianId && isGuardian)) return err(refuse('no-guardian'))
  if (!store.staffNames().has(witnessId) || word.day > localDay(latest, zoneOffset(latest)))
    return err(refuse('bad-input'))

  const facts = store.consentsOf(contact.childId).filter(({ contactId }) => contactId === contact.id)
  const purposes = [...new Set(word.purposes)]
  const places = purposes.map((purpose) => {
    const place = placeOfWord({ given, day: word.day, at }, latestWord(facts, purpose))
    return place && { purpose, ...place }
  })
  const placed = places.filter((place) => place !== null)
  if (placed.length < places.length) return err(refuse('later-word-stands'))
  for (const place of placed)
    store.consent({
      ...place,
      id: newId(),
      childId: contact.childId,
      contactId: contact.id,
      trusted,
      given,
      guardianId,
      witnessId,
      how,
      note: note === '' ? null : note,
      phones: given && place.purpose === 'phone' ? contact.phones : null,
    })
  if (given) store.setApprovedBy(contact.id, guardianId)
  else if (purposes.includes('photo')) store.setPhoto(contact.id, null)
  return ok(undefined)
}
