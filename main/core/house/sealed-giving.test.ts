import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { createStaffStore } from '../staff/store.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const words = '爷爷的船回来了，这一句只给妈妈看'
const drawn = 'a drawing that only mother may see'
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from(drawn)])
const secrets: readonly Buffer[] = [
  Buffer.from(words),
  Buffer.from(words, 'utf16le'),
  Buffer.from(words.replaceAll(/./gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
  Buffer.from(Buffer.from(words).toString('base64').slice(4, -8)),
  Buffer.from(drawn),
  Buffer.from(Buffer.from(drawn).toString('base64').slice(4, -8)),
]

let folder: string

/** Files of the room, backups included, in which anything of the page can be read. */
function readable(): readonly string[] {
  const files = filesBelow(folder)
  expect(files.some((file) => file.endsWith('room.sqlite'))).toBe(true)
  return files.filter((file) => {
    const bytes = readFileSync(file)
    return secrets.some((secret) => bytes.includes(secret))
  })
}

const open = (): House => openHouseIn(folder)

/** A child with mum, who may get messages, and a page with words. */
function givingIn({ ground, children, contacts, diary }: House) {
  const staff = createStaffStore(ground.db)
  for (const [id, role] of [
    ['li', 'teacher'],
    ['zhou', 'coordinator'],
  ] as const)
    staff.add({ id, name: id, role, checkedOn: null, pinHash: '', createdAt: 1 })
  const born = { name: '林小雨', classLabel: '2.1', number: null, birthday: null }
  const childId = value(children.add(born)).id
  const facts = { relation: '母亲', name: '陈玉兰', called: '妈妈', guardian: true, city: null, spoken: null }
  const contactId = value(contacts.add(childId, { ...facts, language: 'zh-CN', phones: [] })).id
  const word = { given: true, day: '2026-11-22', guardianId: contactId, witnessId: 'li', note: null } as const
  value(contacts.decide({ childId, contactId }, { ...word, purposes: ['messages'], how: 'in-person' }))
  const page = value(diary.begin(childId)).id
  const step = { id: newId(), kind: 'text', text: words } as const
  value(diary.put({ childId, sessionId: 's' }, page, step))
  return { childId, contactId, page }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'giving-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

it('a page that was given lies readable nowhere: waiting for a line, looked at, given on, taken back, backed up, started anew', async () => {
  const house = open()
  const { childId, contactId, page } = givingIn(house)
  const { shares, album, messages } = house
  value(album.like(childId, page, true))
  value(await shares.give(childId, page, { circle: 'family', id: contactId, pictures: [picture, picture] }))
  await messages.settled()
  expect(readable()).toEqual([])
  expect(readdirSync(join(roomFiles(folder).media, 'message'))).toHaveLength(2)
  await house.close()
  expect(readdirSync(roomFiles(folder).backups)).toHaveLength(1)
  expect(readable()).toEqual([])

  const later = open()
  // It waits over a start, and is the same picture for who may open it.
  expect(value(later.shares.receivers(childId, page)).given).toMatchObject({ way: 'waiting' })
  value(await later.shares.give(childId, page, { circle: 'adult', id: 'li' }))
  expect(readdirSync(join(roomFiles(folder).media, 'message'))).toEqual([])
  const li = { id: 'li', name: 'li', role: 'teacher' } as const
  expect(JSON.stringify(value(later.shares.look(li, page)))).toContain(words)
  expect(readable()).toEqual([])
  value(await later.shares.takeBack(childId, page))
  expect(later.shares.look(li, page)).toMatchObject({ error: { code: 'not-found' } })
  expect(readable()).toEqual([])
  await later.close()
  expect(readable()).toEqual([])
})
