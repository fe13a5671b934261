import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keyFiles } from '../keys/key-files.ts'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { newId } from '../kernel/ids.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { jobs } from './jobs.ts'
import { openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const PIN = '804913'
const words = '只有我知道的一句话'

let base: string
let now: number
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'copied-'))
  now = Date.UTC(2026, 10, 25, 2)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(base, { recursive: true })
})

const folder = (name: string): string => join(base, name)
const open = (name: string): House =>
  openHouseIn(folder(name), {
    clockMemory: { ...NO_MEMORY, lastTrusted: now, certain: now },
    builtAt: now - 30 * 86_400_000,
  })

/** A child with a page of those words. */
function childIn({ children, contacts, diary }: House, name: string) {
  const childId = value(
    children.add({ name, classLabel: '2.1', number: null, birthday: null, decided: 'new' }),
  ).id
  const facts = { relation: '奶奶', name: '黄阿英', called: '奶奶', guardian: true, city: null, spoken: null }
  const guardian = value(contacts.add(childId, { ...facts, language: 'zh-CN', phones: [] })).id
  const page = value(diary.begin(childId)).id
  value(
    diary.put({ childId, sessionId: 's' }, page, { id: newId(), kind: 'text', text: `${words}，${name}` }),
  )
  return { name, childId, guardian, page }
}
type Child = ReturnType<typeof childIn>

/** What each of these children's pages says; undefined where it is shut. */
function readIn({ diary }: House, children: readonly Child[]): readonly (string | undefined)[] {
  return children.map(({ childId, page }) => {
    const opened = diary.open(childId, page)
    return opened.ok ? opened.value.sheets[0]?.text : undefined
  })
}

/** A room of two children, its folder of backups as somebody took it away, and then the one of them erased. */
async function erasedRoom() {
  let house = open('room')
  const first = value(await house.staff.prepareFirst({ name: '陈老师', pin: PIN }))
  first.write()
  const { recoveryKey: paper } = first
  const [gone, stays] = [childIn(house, '林小雨'), childIn(house, '王小明')]
  value(
    house.rights.askErasure({
      childId: gone.childId,
      askedBy: gone.guardian,
      how: 'in-person',
      staffId: 's',
    }),
  )
  await house.close()
  cpSync(roomFiles(folder('room')).backups, folder('taken'), { recursive: true })
  now += ERASURE_WAITS + 60_000
  vi.setSystemTime(now)
  house = open('room')
  await house.erasures.look()
  expect(house.rescue.look()).toEqual({ shut: 0, unrescued: 0, renewPaper: true })
  await house.close()
  return { paper, gone, stays, house: () => open('room') }
}

/** A seat with that copy of a database, and what else somebody lays beside it. */
function seatOf(name: string, backups: string, beside: { readonly keys?: string; readonly rescue?: string }) {
  const files = roomFiles(folder(name))
  mkdirSync(files.backups, { recursive: true })
  const [backup] = readdirSync(backups).filter((file) => file.endsWith('.sqlite')).toSorted().toReversed() // prettier-ignore
  cpSync(join(backups, backup!), files.database)
  if (beside.keys !== undefined) cpSync(beside.keys, files.keys, { recursive: true })
  if (beside.rescue !== undefined) cpSync(beside.rescue, files.rescue)
  return open(name)
}

it('an erased child’s pages open no more in a copy from before: not with all the keys of the seat, not with the paper', async () => {
  const { paper, gone, stays } = await erasedRoom()
  const { keys, rescue } = roomFiles(folder('room'))
  const house = seatOf('attack', folder('taken'), { keys, rescue })
  expect(house.children.list()).toHaveLength(2)
  expect(readIn(house, [gone, stays])).toEqual([undefined, `${words}，王小明`])
  expect(house.rescue.open(paper)).toEqual({ ok: true, value: { opened: 0 } })
  expect(readIn(house, [gone, stays])).toEqual([undefined, `${words}，王小明`])
  await house.close()
})

it('a new seat opens the others with the paper, from the copy from before and from the newest one', async () => {
  const { paper, gone, stays } = await erasedRoom()
  const { rescue, backups } = roomFiles(folder('room'))
  for (const [name, from] of [
    ['from-before', folder('taken')],
    ['from-newest', backups],
  ] as const) {
    const house = seatOf(name, from, { rescue })
    expect(readIn(house, [stays])).toEqual([undefined])
    value(house.rescue.open(paper))
    expect(readIn(house, [gone, stays])).toEqual([undefined, `${words}，王小明`])
    await house.close()
  }
})

it('loses nothing on an ordinary day: the folder of backups and the paper bring all diaries to another seat', async () => {
  const house = open('room')
  const first = value(await house.staff.prepareFirst({ name: '陈老师', pin: PIN }))
  first.write()
  const both = [childIn(house, '林小雨'), childIn(house, '王小明')]
  await house.close()
  const { backups } = roomFiles(folder('room'))
  const there = seatOf('other', backups, { rescue: join(backups, 'diaries.keys') })
  expect(readIn(there, both)).toEqual([undefined, undefined])
  expect(there.rescue.open(first.recoveryKey)).toEqual({ ok: true, value: { opened: 2 } })
  expect(readIn(there, both)).toEqual([`${words}，林小雨`, `${words}，王小明`])
  await there.close()
})

it('says that the paper is to be renewed until it is: with the folder as it was taken, the old one opens still', async () => {
  const { paper, gone, house } = await erasedRoom()
  // The limit that `resources/PRIVACY.md` names: all of the folder from before, and the paper of then.
  const all = seatOf('all-of-it', folder('taken'), { rescue: join(folder('taken'), 'diaries.keys') })
  value(all.rescue.open(paper))
  expect(readIn(all, [gone])).toEqual([`${words}，林小雨`])
  await all.close()
  const room = house()
  const [me] = room.staff.people()
  value(await room.staff.replaceRecoveryKey(me!, PIN))
  expect(room.rescue.look()).toEqual({ shut: 0, unrescued: 0, renewPaper: false })
  expect(room.rescue.open(paper)).toMatchObject({ ok: false, error: { code: 'wrong-recovery-key' } })
  await room.close()
})

it('goes on where a power cut fell between the rows and the keys', async () => {
  let house = open('room')
  const [gone, stays] = [childIn(house, '林小雨'), childIn(house, '王小明')]
  const { childKeys } = roomFiles(folder('room'))
  await jobs.eraseChildren({ path: house.database, seat: 'seat-1', ids: [gone.childId] })
  expect(readdirSync(childKeys)).toHaveLength(2)
  await house.close()
  house = open('room')
  await house.erasures.look()
  expect(readdirSync(childKeys)).toHaveLength(1)
  expect(readIn(house, [stays])).toEqual([`${words}，王小明`])
  await house.close()
})

it('reaches keys that a database from before does not know', async () => {
  const { gone, stays, house } = await erasedRoom()
  const { childKeys } = roomFiles(folder('room'))
  const files = keyFiles(childKeys)
  const { id } = files.all()[0]!
  // Made for the child after the copy that the database now is.
  files.write('later', { ...files.read(id)!, childId: gone.childId })
  const room = house()
  await room.erasures.look()
  expect(files.all()).toEqual([{ id, childId: stays.childId }])
  await room.close()
})
