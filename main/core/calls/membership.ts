import { z } from 'zod'
import { dropMeta, readMeta, writeMeta } from '../db/meta.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { newSecretKey, type SecretKey } from './signing-keys.ts'

const membership = z.object({
  /** https://host */
  origin: z.string(),
  room: z.string(),
  /** The server's name for it. */
  name: z.string(),
  /** Our id at the server. */
  seat: z.string(),
  seatKey: z.string(),
  /** UTC ms, of the server. */
  enrolledAt: z.number(),
  /** wss://host of the proxy; null before it was told. */
  proxy: z.string().nullable(),
})
/** What makes this seat one of a call server's. Stays on this seat: it holds secrets. */
export type Membership = z.infer<typeof membership>

const roomKeys = z.record(z.string(), z.string())

export interface MembershipStore {
  current(): Membership | undefined
  keep(of: Membership): void
  /** The room's key stays: without it the room could not be joined again. */
  forget(): void
  /** Made when it is first asked for; the server takes no second one for the same room. */
  roomKey(room: string): SecretKey
}

/** Which server the seat belongs to. */
export const membershipIn = (db: ReadableDb): Membership | undefined =>
  parsed(membership, readMeta(db, 'call-server'))

export function createMembershipStore(db: WritableDb): MembershipStore {
  // Asked on every request; changed only here.
  let known: Membership | undefined | null = null
  return {
    current: () => {
      if (known === null) known = membershipIn(db)
      return known
    },
    keep: (of) => {
      writeMeta(db, 'call-server', JSON.stringify(of))
      known = of
    },
    forget: () => {
      dropMeta(db, 'call-server')
      known = undefined
    },
    roomKey: (room) => {
      const keys = parsed(roomKeys, readMeta(db, 'call-room-keys')) ?? {}
      const old = keys[room]
      if (old !== undefined) return old
      const key = newSecretKey()
      writeMeta(db, 'call-room-keys', JSON.stringify({ ...keys, [room]: key }))
      return key
    },
  }
}

function parsed<T>(shape: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined
  const read = shape.safeParse(JSON.parse(text))
  return read.success ? read.data : undefined
}
