import type { ConsentHow } from '#contract/contacts.ts'
import type { Purpose } from '#contract/wire.ts'

/** In the order in which screens show them. */
export const everyPurpose = ['video', 'phone', 'messages', 'photo'] as const satisfies readonly Purpose[]

/** Something that a guardian said, as it was written down. */
export interface ConsentFact {
  readonly id: string
  readonly contactId: string
  readonly purpose: Purpose
  /** false: taken back. */
  readonly given: boolean
  /** Local day on which it was said. */
  readonly day: string
  /** When it was written down, UTC ms. */
  readonly at: number
  readonly guardianId: string
  readonly witnessId: string
  readonly how: ConsentHow
  readonly note: string | null
  /** The numbers (E.164) that a word about telephoning was about; missing where it was about something else. */
  readonly phones?: readonly string[] | null
}

/**
 * The word that counts for a purpose: the one said last; of one day, the one written down last; in doubt the one that
 * takes back. `until` (UTC ms) looks at what was written down by then. Undefined where nobody said anything: that is no.
 */
export function latestWord(
  facts: readonly ConsentFact[],
  purpose: Purpose,
  until = Number.POSITIVE_INFINITY,
): ConsentFact | undefined {
  let latest: ConsentFact | undefined
  for (const fact of facts) {
    if (fact.purpose === purpose && fact.at <= until && (!latest || isLater(fact, latest))) latest = fact
  }
  return latest
}

/** What is agreed to, by purpose. */
export type Agreed = Readonly<Record<Purpose, boolean>>

export const nothingAgreed: Agreed = { video: false, phone: false, messages: false, photo: false }

/** What holds for one contact's facts; `until` as in `latestWord`. */
export function agreedIn(facts: readonly ConsentFact[], until?: number): Agreed {
  const said = (purpose: Purpose) => latestWord(facts, purpose, until)?.given ?? false
  return { video: said('video'), phone: said('phone'), messages: said('messages'), photo: said('photo') }
}

/**
 * Of these numbers (E.164), those that a guardian agreed to telephoning: a number that came on the card after the word was
 * given is another one's, as far as anybody said. `until` as in `latestWord`.
 */
export function agreedPhones(
  phones: readonly string[],
  facts: readonly ConsentFact[],
  until?: number,
): readonly string[] {
  const word = latestWord(facts, 'phone', until)
  return word?.given ? phones.filter((phone) => word.phones?.includes(phone)) : []
}

function isLater(one: ConsentFact, other: ConsentFact): boolean {
  if (one.day !== other.day) return one.day > other.day
  if (one.at !== other.at) return one.at > other.at
  if (one.given !== other.given) return !one.given
  return one.id > other.id
}

/**
 * Day and time for a new word about a purpose, so that it never sorts before what stands, even where the clock went
 * back. Null: consent said on an earlier day than the word that stands, which it cannot undo; taking back always holds.
 */
export function placeOfWord(
  word: { readonly given: boolean; readonly day: string; readonly at: number },
  standing: ConsentFact | undefined,
): { readonly day: string; readonly at: number } | null {
  if (!standing) return { day: word.day, at: word.at }
  if (word.given && word.day < standing.day) return null
  return {
    day: word.day < standing.day ? standing.day : word.day,
    at: Math.max(word.at, standing.at + 1),
  }
}
