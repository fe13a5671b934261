import type { StaffPerson } from '#contract/people.ts'
import type { Ground } from '../kernel/ground.ts'
import { createPinHash } from '../staff/pin-hash.ts'
import { createChildKeys } from './child-keys.ts'
import { createEscrow } from './escrow.ts'
import { createRescue } from './rescue.ts'
import type { Key } from './seal.ts'
import { createWrapping } from './wrapping.ts'

/** The house's costs take a third of a second; what is checked is what happens around them. */
export const quickPinHash = () => createPinHash({ logN: 4, r: 8, p: 1 })
/** Of a pair in tests: made in milliseconds, and holds nobody up who means it. */
export const FEW_BITS = 1024

/** The keys of a room at a seat with that secret, for tests. */
export function keysAt(
  ground: Ground,
  secret: Key = new Uint8Array(32),
  people: () => readonly StaffPerson[] = () => [],
) {
  const wrapping = createWrapping(secret, ground.log)
  const rescue = createRescue(ground, wrapping)
  const escrow = createEscrow(ground, { secret, wrapping, pinHash: quickPinHash(), people, bits: FEW_BITS })
  return { keys: createChildKeys(ground, { wrapping, rescue, escrow }), rescue, wrapping, escrow }
}
