import type { KnownGuardian } from '../contacts/guardian-list-rules.ts'

/** A child whom the room knows already. */
export interface KnownChild {
  readonly id: string
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  /** What staff or a list put right of how the name is read. */
  readonly reading?: string | null
  readonly guardians?: readonly KnownGuardian[]
  /** No longer in the room; what the child did is still there. */
  readonly left?: boolean
  /** Lines, as `lineKeys` names them, of which staff did not say that they are this child. */
  readonly apart?: ReadonlySet<string>
}
