import { knownFamilies } from '../contacts/listed-guardians.ts'
import type { ContactStore } from '../contacts/store.ts'
import type { KnownChild } from './known-child-rules.ts'
import type { ChildStore } from './store.ts'

/** Whom a class list is compared with: the children of the room and those who have left it, with their families. */
export function knownChildren(store: ChildStore, contacts: ContactStore): readonly KnownChild[] {
  const apart = store.apart()
  const known = [
    ...store.all().map((child) => ({ ...child, left: false })),
    ...store.former().map((child) => ({ ...child, left: true })),
  ]
  return knownFamilies(contacts, known).map(({ id, name, classLabel, number, birthday, guardians, left }) => {
    const lines = apart.get(id)
    return { id, name, classLabel, number, birthday, guardians, left, ...(lines && { apart: lines }) }
  })
}
