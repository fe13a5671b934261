import { MOST_PHONES } from './phone-rules.ts'

/** A guardian as one line of a class list names them. */
export interface ListedGuardian {
  /** Empty where the list has a relation or a number only. */
  readonly name: string
  /** As the room writes it; empty where the list does not say. */
  readonly relation: string
  /** E.164. */
  readonly phones: readonly string[]
}

/** A relative whom the room knows already. */
export interface KnownGuardian {
  readonly id: string
  readonly name: string
  readonly relation: string
  readonly phones: readonly string[]
}

/** What a list says newly about one child's guardians. */
export interface GuardianSteps {
  readonly add: readonly ListedGuardian[]
  /** Numbers as they shall stand afterwards. */
  readonly phones: readonly { readonly id: string; readonly phones: readonly string[] }[]
}

/**
 * Compares a line with the family. Two of name, relation and number make somebody the same; a relation alone does not, for a
 * grandmother may be another one this year, and consent belongs to a person. Whoever is not known as well as that is added
 * without consent, and the one of before stays: a list never takes anybody away. A number that the list has and the room has not
 * comes beside the old ones. It may be called once a guardian has agreed to it (`agreedPhones`), and the old one until staff
 * take it away.
 */
export function guardianSteps(
  known: readonly KnownGuardian[],
  listed: readonly ListedGuardian[],
): GuardianSteps {
  const add: ListedGuardian[] = []
  const phones: { id: string; phones: readonly string[] }[] = []
  const taken = new Set<string>()
  for (const guardian of listed) {
    const same = known
      .filter((one) => !taken.has(one.id) && isSame(one, guardian))
      .toSorted((one, other) => shared(other, guardian) - shared(one, guardian))[0]
    if (!same) {
      add.push(guardian)
      continue
    }
    taken.add(same.id)
    const fresh = guardian.phones.filter((phone) => !same.phones.includes(phone))
    // A full card keeps what was agreed to; the number goes to a card of its own rather than nowhere.
    if (fresh.length > MOST_PHONES - same.phones.length) add.push({ ...guardian, phones: fresh })
    else if (fresh.length > 0) phones.push({ id: same.id, phones: [...same.phones, ...fresh] })
  }
  return { add, phones }
}

function isSame(known: KnownGuardian, listed: ListedGuardian): boolean {
  const relations = listed.relation !== '' && !isAnyone(listed.relation) && !isAnyone(known.relation)
  const relation = relations ? known.relation === listed.relation : null
  if (relation === false) return false
  const number = shared(known, listed) > 0
  if (listed.name === '' || isUnnamed(known))
    // nobody's name to go by: the relation and a number, or one who has no number that could say otherwise
    return number || (relation === true && (listed.phones.length === 0 || known.phones.length === 0))
  return known.name === listed.name
}

const shared = (known: KnownGuardian, { phones }: ListedGuardian): number =>
  phones.filter((phone) => known.phones.includes(phone)).length

/** Said of whoever looks after a child. */
const anyone = '监护人'
const isAnyone = (relation: string): boolean => relation === anyone

/** Whether a card bears what a list called somebody whom it did not name. */
const isUnnamed = ({ name, relation }: KnownGuardian): boolean => name === relation || name === anyone

/** What stands on the card of somebody whom the list names by a relation or a number only. */
export const fallbackName = ({ name, relation }: ListedGuardian): string => name || relation || anyone

/** How the child calls them, until staff know better. */
export const fallbackCalled = (guardian: ListedGuardian): string =>
  guardian.relation || Array.from(fallbackName(guardian)).slice(0, 20).join('')

/** Whether the line names anybody: a relation alone, in a heading or filled down a column, does not. */
export const isListed = ({ name, phones }: Pick<ListedGuardian, 'name' | 'phones'>): boolean =>
  name !== '' || phones.length > 0
