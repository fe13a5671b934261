import type { Agreed } from './consent-rules.ts'
import { nothingAgreed } from './consent-rules.ts'

/** As far as it matters for whom a child may reach. */
export interface Reach {
  readonly id: string
  readonly childId: string
  readonly isGuardian: boolean
  readonly approvedBy: string | null
  readonly phones: readonly string[]
}

/**
 * What holds for a contact (C2): what a guardian agreed to, as long as the guardian who did is one of this child's today.
 * A grandmother approved by an uncle who is no guardian any more waits for another guardian's word.
 */
export function holds(contact: Reach, family: readonly Reach[], agreed: Agreed): Agreed {
  const approved = family.some(
    ({ id, childId, isGuardian }) => isGuardian && id === contact.approvedBy && childId === contact.childId,
  )
  if (!approved) return nothingAgreed
  return { ...agreed, phone: agreed.phone && contact.phones.length > 0 }
}

/** Whether a child may get in touch at all. */
export const canReach = ({ video, phone, messages }: Agreed): boolean => video || phone || messages
