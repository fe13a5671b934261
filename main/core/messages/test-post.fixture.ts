import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageStart } from '#contract/wire.ts'
import { pair, type Bench, type DeviceBench } from '../../call-server/test-bench.ts'
import { value, type TestSeat } from '../calls/test-seat.fixture.ts'
import { newId } from '../kernel/ids.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createMediaStore } from '../media/store.ts'
import { transcode } from './transcode.ts'
import { createMessagesService, type MessagesParts } from './service.ts'

/** Bytes that begin as WebM does. */
export const webm = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 251)
  bytes.set([0x1a, 0x45, 0xdf, 0xa3])
  return bytes
}
export const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const folders: string[] = []
export const forgetFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** The post of a seat, on a real folder; `folder` again is a restart of the program. */
export function postOn(
  { ground, server, contacts, sessions }: TestSeat,
  wishes: Partial<MessagesParts> & { readonly folder?: string } = {},
) {
  const { folder = mkdtempSync(join(tmpdir(), 'messages-')), ...more } = wishes
  folders.push(folder)
  const media = createMediaStore({ root: folder, clock: ground.clock, log: ground.log })
  const parts = join(folder, 'message-parts')
  const messages = createMessagesService(ground, {
    server,
    contacts,
    sessions,
    media,
    parts,
    days: () => 30,
    isCalling: () => false,
    transcode,
    keys: keysAt(ground).keys,
    ...more,
  })
  const list = (of: string): string[] => {
    try {
      return readdirSync(join(folder, of))
    } catch {
      return []
    }
  }
  return {
    folder,
    media,
    messages,
    /** Names of whole messages, and of those that are not whole yet. */
    files: () => list('message'),
    open: () => list('message-parts'),
    /** One look of the post at what is due. */
    round: async () => {
      await messages.settled()
      messages.tick()
      await messages.settled()
    },
    /** A voice of the child in two pieces, looked at and not sent yet. */
    record: async (childId: string, contactId: string, bytes = webm(10_000)): Promise<string> => {
      const { id } = value(await messages.begin(childId, { contactId, kind: 'voice', type: 'audio/webm' }))
      value(await messages.append(childId, id, 0, bytes.subarray(0, 6000)))
      value(await messages.append(childId, id, 6000, bytes.subarray(6000)))
      value(await messages.finish(childId, id, 4000))
      return id
    },
  }
}
export type TestPost = ReturnType<typeof postOn>

/** The mother's phone, paired by an invitation of the seat. */
export async function phoneOf(bench: Bench, seat: TestSeat, childId: string, contactId: string) {
  const { link } = value(await seat.contacts.invitations.invite({ childId, contactId }))
  const asRoom = { ask: async () => ({ json: { link } }) }
  const device = await pair(bench, asRoom as unknown as Parameters<typeof pair>[1], contactId)
  return {
    ...device,
    leave: (bytes: Uint8Array, wish: Partial<MessageStart> = {}) => leave(device, bytes, wish),
  }
}

async function leave(device: DeviceBench, bytes: Uint8Array, wish: Partial<MessageStart>): Promise<string> {
  const start: MessageStart = {
    id: newId(),
    from: device.home.user,
    to: device.home.child.user,
    kind: 'voice',
    type: 'audio/webm',
    size: bytes.length,
    lengthMs: 3000,
    sha256: hash(bytes),
    ...wish,
  }
  const begun = await device.ask('POST', '/api/parent/messages', start)
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.json))
  for (let at = 0; at < bytes.length; at += 500_000) {
    const piece = Buffer.from(bytes.subarray(at, at + 500_000))
    const path = `/api/parent/messages/${start.id}/upload?offset=${at}`
    const put = await device.ask('PATCH', path, piece, { 'x-sha256': hash(piece) })
    if (put.status !== 200) throw new Error(JSON.stringify(put.json))
  }
  return start.id
}
