import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { MessageStart } from '#contract/wire.ts'
import { newId } from '#core/kernel/ids.ts'
import { aChild, aContact, pair, startBench, type Told } from '../test-bench.ts'

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Told>

export const child = aChild(1)
export const contact = aContact(1, 1)
export const father = aContact(2, 1)

/** A call server with a room, whose seat and the phone of a child's mother write to each other. */
export async function startPost() {
  const bench = await startBench({ limits: { messageBytes: 400_000, messageBytesPerContact: 3_000_000 } })
  const room = await bench.room()
  await room.publish({ children: [child], contacts: [contact, father] })
  const mother = await pair(bench, room, contact.user)
  const seat: Ask = (method, path, body, headers) =>
    room.ask(method, `/api/seat${path}`, body, headers ? { headers } : {})
  const phone: Ask = (method, path, body, headers) => mother.ask(method, `/api/parent${path}`, body, headers)
  /** Names of the files that the server keeps of messages. */
  const files = (): string[] => readdirSync(join(bench.settings.state, 'messages'))
  return { bench, room, mother, seat, phone, files }
}

export const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What announces a message of the child's, unless wished otherwise. */
export const startOf = (bytes: Buffer, wish: Partial<MessageStart> = {}): MessageStart => ({
  id: newId(),
  from: child.user,
  to: contact.user,
  kind: 'voice',
  type: 'audio/webm',
  size: bytes.length,
  lengthMs: 4000,
  sha256: hash(bytes),
  ...wish,
})

/** Sends a piece of a message. */
export const put = (ask: Ask, id: string, bytes: Buffer, from: number, to: number): Promise<Told> => {
  const piece = bytes.subarray(from, to)
  return ask('PATCH', `/messages/${id}/upload?offset=${from}`, piece, { 'x-sha256': hash(piece) })
}

/** Sends a whole message and says its id. */
export async function send(ask: Ask, bytes: Buffer, wish: Partial<MessageStart> = {}): Promise<string> {
  const start = startOf(bytes, wish)
  expect((await ask('POST', '/messages', start)).json).toEqual({ offset: 0, arrived: false })
  expect((await put(ask, start.id, bytes, 0, bytes.length)).json).toEqual({
    offset: bytes.length,
    arrived: true,
  })
  return start.id
}
