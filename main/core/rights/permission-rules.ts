import type { Access } from '#contract/define.ts'
import { everyRole, type Role } from '#contract/roles.ts'
import type { DeedKind, Permission, Permissions, Reach } from '#contract/permissions.ts'

export interface Deed {
  /** `children.change`. */
  readonly name: string
  readonly by: Access
}

/** Grown-ups alone have to do with these; what is left and asked only by a child is the child's own. */
const partOf = (name: string): string => name.split('.')[0] ?? ''

/** What a method does with what it is asked about; by its name, as the contract calls it. */
export function kindOfDeed(method: string): DeedKind {
  const name = method.split('.')[1] ?? ''
  if (/^(copy|export|save|print)/.test(name)) return 'took-out'
  return /^(look|looks|list|show|open|report|family|log|stamps|mistakes|preview|merge?Preview|shared|page)/i.test(
    name,
  )
    ? 'looked'
    : 'changed'
}

function shareOf(deeds: readonly Deed[], is: (deed: Deed) => boolean): Reach {
  const found = deeds.filter(is).length
  return found === 0 ? 'none' : found === deeds.length ? 'all' : 'some'
}

const reachOf = (role: Role, deeds: readonly Deed[]): Reach =>
  shareOf(deeds, ({ by }) => by.from === 'staff' && by.roles.includes(role))

/** Who may do what, of the methods by which each call is decided. A part without a deed for grown-ups, but with some for a child, is locked. */
export function permissionsOf(all: readonly Deed[]): Permissions {
  const ofStaff = all.filter(({ by }) => by.from === 'staff')
  const groups = Map.groupBy(ofStaff, ({ name }) => `${partOf(name)} ${kindOfDeed(name)}`)
  const lines = [...groups.values()].flatMap((deeds): Permission[] => {
    const [first] = deeds
    if (!first) return []
    return [
      {
        area: partOf(first.name),
        kind: kindOfDeed(first.name),
        reach: Object.fromEntries(
          everyRole.map((role) => [role, reachOf(role, deeds)]),
        ) as Permission['reach'],
        written: shareOf(deeds, ({ by }) => by.from === 'staff' && by.audited === true),
      },
    ]
  })
  const open = new Set(ofStaff.map(({ name }) => partOf(name)))
  const ofChildren = all.filter(({ by }) => by.from === 'child').map(({ name }) => partOf(name))
  return { lines, locked: [...new Set(ofChildren)].filter((part) => !open.has(part)) }
}
