import type { Refusal } from '#contract/refusal.ts'
import type { Invitation, PairedDevice, Publication } from '#contract/wire.ts'
import type { Result } from '#core/kernel/result.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/** An invitation that is still open. Its token is told once, when it is made. */
export interface OpenInvitation {
  readonly id: string
  readonly createdAt: number
  readonly expiresAt: number
}

/**
 * What contacts ask of the call server. Refuses with `call-server-away` when it does not answer (or its certificate is
 * not believed); never throws. Ids of contacts are those of their rows.
 */
export interface CallServerLink {
  /** One-time. The contact has been published before. */
  createInvitation(contactId: string): Answer<Invitation>
  /** Neither redeemed, revoked nor expired. */
  invitations(contactId: string): Answer<readonly OpenInvitation[]>
  revokeInvitation(id: string): Answer<void>
  /** Devices paired with any of these contacts. */
  devices(contactIds: readonly string[]): Answer<readonly PairedDevice[]>
  revokeDevice(id: string): Answer<void>
  /**
   * Replaces what the server knows of the room. Answers the version that the server holds afterwards: a later one than
   * the one sent means that another seat was ahead and nothing was replaced.
   */
  publish(publication: Publication): Answer<{ readonly held: number }>
}
