import type { Role } from './roles.ts'

/** What a deed is: looking, changing, taking something out of the room. */
export type DeedKind = 'looked' | 'changed' | 'took-out'

/** How far a role may go with one kind of deed in one part of the program. */
export type Reach = 'all' | 'some' | 'none'

/** One line of who may do what, from the very table by which main decides each call. */
export interface Permission {
  /** The part of the program, as the contract calls it. */
  readonly area: string
  readonly kind: DeedKind
  readonly reach: Readonly<Record<Role, Reach>>
  /** How many of the deeds are written down each time: who, when, about whom. */
  readonly written: Reach
}

export interface Permissions {
  readonly lines: readonly Permission[]
  /** Parts that no grown-up has any way into: a child's own alone. */
  readonly locked: readonly string[]
}
