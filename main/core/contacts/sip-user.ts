import { createHash } from 'node:crypto'

/**
 * The user name of a row at the SIP proxy: `k` (child) or `c` (contact) and 24 hex digits. Made from the row's id, so that
 * all seats of a room and every later day give the same one, and nothing can be read back from it.
 */
export function sipUser(kind: 'child' | 'contact', id: string): string {
  const hash = createHash('sha256').update(`happy-home ${kind} ${id}`).digest('hex')
  return `${kind === 'child' ? 'k' : 'c'}${hash.slice(0, 24)}`
}
