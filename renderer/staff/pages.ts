import type { StaffPerson } from '#contract/people.ts'
import type { Role } from '#contract/roles.ts'
import type { IconName } from '#ui/staff.ts'

export interface PageProps {
  readonly person: StaffPerson
}

/** The pages of the console, in the order of its menu, and who has each. Main checks again on every call. */
const pages = [
  { id: 'room', icon: 'squares-four', roles: ['coordinator', 'teacher', 'social-worker', 'volunteer'] },
  { id: 'children', icon: 'users-three', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'shared', icon: 'notebook', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'contacts', icon: 'users', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'learning', icon: 'puzzle-piece', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'report', icon: 'chart-bar', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'calls', icon: 'phone', roles: ['coordinator', 'teacher', 'social-worker'] },
  { id: 'staff', icon: 'identification-card', roles: ['coordinator'] },
  { id: 'health', icon: 'heartbeat', roles: ['coordinator', 'technician'] },
  { id: 'backup', icon: 'hard-drives', roles: ['coordinator', 'technician'] },
  { id: 'updates', icon: 'arrow-up', roles: ['coordinator', 'technician'] },
  { id: 'privacy', icon: 'shield-check', roles: ['coordinator', 'teacher', 'social-worker'] },
  {
    id: 'settings',
    icon: 'gear',
    roles: ['coordinator', 'teacher', 'social-worker', 'volunteer', 'technician'],
  },
] as const satisfies readonly {
  readonly id: string
  readonly icon: IconName
  readonly roles: readonly Role[]
}[]

export type PageId = (typeof pages)[number]['id']

/** What stands in this person's menu. Never empty: everybody may see the settings. */
export function pagesFor(role: Role): readonly { readonly id: PageId; readonly icon: IconName }[] {
  return pages.filter((page) => (page.roles as readonly Role[]).includes(role))
}
