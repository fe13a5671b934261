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
 * Compares a line with the family. Somebody is the same by name, or, where the list has no name, by relation. A new name
 * is a new person, because consent belongs to a person; a list never takes anybody away. Numbers that the list has and the
 * room has not replace the old ones, which may be strangers' by now; an empty cell never empties what is known.
 */
export function guardianSteps(
  known: readonly KnownGuardian[],
  listed: readonly ListedGuardian[],
): GuardianSteps {
  const add: ListedGuardian[] = []
  const phones: { id: string; phones: readonly string[] }[] = []
  const taken = new Set<string>()
  for (const guardian of listed) {
    const same = known.find((one) => !taken.has(one.id) && isSame(one, guardian))
    if (!same) add.push(guardian)
    else {
      taken.add(same.id)
      if (guardian.phones.some((phone) => !same.phones.includes(phone)))
        phones.push({ id: same.id, phones: guardian.phones })
    }
  }
  return { add, phones }
}

function isSame(known: KnownGuardian, { name, relation, phones }: ListedGuardian): boolean {
  if (name !== '') return known.name === name
  if (relation !== '') return known.relation === relation
  return phones.some((phone) => known.phones.includes(phone))
}

/** What stands on the card of somebody whom the list names by a relation or a number only. */
export const fallbackName = ({ name, relation }: ListedGuardian): string => name || relation || '监护人'

/** How the child calls them, until staff know better. */
export const fallbackCalled = (guardian: ListedGuardian): string =>
  guardian.relation || Array.from(fallbackName(guardian)).slice(0, 20).join('')

/** Whether the line names anybody: a relation alone, in a heading or filled down a column, does not. */
export const isListed = ({ name, phones }: Pick<ListedGuardian, 'name' | 'phones'>): boolean =>
  name !== '' || phones.length > 0
