import type { Refusal } from '#contract/refusal.ts'
import type { Invitation, OpenInvitation, PairedDevice, Publication } from '#contract/wire.ts'
import type { Result } from '#core/kernel/result.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/**
 * What contacts ask of the call server. Refuses with `call-server-away` when it does not answer (or its certificate is
 * not believed); never throws. Ids of contacts are those of their rows.
 */
export interface CallServerLink {
  /** The room's id, as the seat was enrolled in it. */
  readonly room: string
  /** One-time. The contact has been published before. */
  createInvitation(contactId: string): Answer<Invitation>
  /** Neither redeemed, revoked nor expired. */
  invitations(contactId: string): Answer<readonly OpenInvitation[]>
  revokeInvitation(id: string): Answer<void>
  /** Devices paired with any of these contacts. */
  devices(contactIds: readonly string[]): Answer<readonly PairedDevice[]>
  revokeDevice(id: string): Answer<void>
  /**
   * Replaces what the server knows of the room. `taken` is false where the server holds another publication of this
   * version or a later one (409 `stale`: another seat was ahead); `version` is the one it holds then.
   */
  publish(publication: Publication): Answer<{ readonly taken: boolean; readonly version: number }>
}
