import type { Present } from '#core/kernel/clock.ts'
import { fallbackCalled, fallbackName, guardianSteps } from './guardian-list-rules.ts'
import type { KnownGuardian, ListedGuardian } from './guardian-list-rules.ts'
import type { ContactStore } from './store.ts'

/** The children with the families that the room knows, for comparing a class list. */
export function knownFamilies<C extends { readonly id: string }>(
  store: ContactStore,
  children: readonly C[],
): readonly (C & { readonly guardians: readonly KnownGuardian[] })[] {
  const families = Map.groupBy(store.all(), ({ childId }) => childId)
  return children.map((child) => ({
    ...child,
    guardians: (families.get(child.id) ?? []).map(({ id, name, relation, phones }) => ({
      id,
      name,
      relation,
      phones,
    })),
  }))
}

/** Writes what a class list says of one child's guardians, inside the caller's transaction. It never gives a consent. */
export function writeGuardians(
  store: ContactStore,
  childId: string,
  listed: readonly ListedGuardian[] = [],
  { newId, now }: { readonly newId: () => string; readonly now: Present },
): void {
  if (listed.length === 0) return
  const steps = guardianSteps(store.of(childId), listed)
  for (const guardian of steps.add) {
    const { relation, phones } = guardian
    const facts = { city: null, spoken: null, language: 'zh-CN' as const, guardian: true, phones }
    store.add(
      newId(),
      childId,
      {
        ...facts,
        relation: relation || '监护人',
        name: fallbackName(guardian),
        called: fallbackCalled(guardian),
      },
      now,
    )
  }
  for (const { id, phones } of steps.phones) store.setPhones(id, phones)
}
