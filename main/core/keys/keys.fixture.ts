import type { Ground } from '../kernel/ground.ts'
import { createChildKeys } from './child-keys.ts'
import { createRescue } from './rescue.ts'
import type { Key } from './seal.ts'
import { createWrapping } from './wrapping.ts'

/** The keys of a room at a seat with that secret, for tests. */
export function keysAt(ground: Ground, secret: Key = new Uint8Array(32)) {
  const wrapping = createWrapping(secret, ground.log)
  const rescue = createRescue(ground, wrapping)
  return { keys: createChildKeys(ground, { wrapping, rescue }), rescue, wrapping }
}
