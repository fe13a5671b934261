import type { AlikeChild } from '#contract/children.ts'
import type { ContactStore } from '../contacts/store.ts'
import { sameNumber } from './number-rules.ts'
import type { ChildFacts, ChildStore } from './store.ts'

/** Whom a typed child may be confused with, in the room first; `id`: the child who is being changed. */
export function alikeChildren(
  store: ChildStore,
  contacts: ContactStore,
  {
    id,
    name,
    number,
  }: { readonly id?: string | undefined; readonly name: string; readonly number: string | null },
): readonly AlikeChild[] {
  const bears = (other: string | null) =>
    number !== null && number !== '' && other !== null && sameNumber(number, other) !== 'different'
  const unchanged = id !== undefined && store.find(id)?.number === number
  const holders = unchanged ? [] : store.all().filter((child) => child.id !== id && bears(child.number))
  const former = id === undefined ? store.former().filter((child) => child.name === name) : []
  return [
    ...holders.map((child) => ({ child, left: false })),
    ...former.map((child) => ({ child, left: true })),
  ].map(({ child, left }) => ({
    id: child.id,
    name: child.name,
    classLabel: child.classLabel,
    number: child.number,
    birthday: child.birthday,
    guardians: contacts
      .of(child.id)
      .filter(({ isGuardian }) => isGuardian)
      .map(({ name: called, relation, phones }) => ({ name: called, relation, phones })),
    left,
  }))
}

/** Whether only a person can say that this is another child: the number is somebody's, or somebody left with it and the name. */
export function isKnown(store: ChildStore, { name, number }: Pick<ChildFacts, 'name' | 'number'>): boolean {
  if (number === null) return false
  return (
    store.holders(number).length > 0 ||
    store.former().some((one) => one.name === name && one.number === number)
  )
}

/** From now on the number is this child's alone: whoever else bears it gives it back and keeps everything else. */
export function takeNumber(store: ChildStore, number: string | null, childId?: string): void {
  if (number === null) return
  for (const { id } of store.holders(number)) if (id !== childId) store.releaseNumber(id)
}
