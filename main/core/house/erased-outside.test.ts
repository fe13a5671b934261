import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { newId } from '../kernel/ids.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import { comingTo, endMove, moveIn } from './move-in.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const PIN = '804913'
const words = '只有我知道的一句话'

const HOUR = 3_600_000
let base: string
let now = Date.UTC(2026, 10, 25, 2)
let room: Awaited<ReturnType<typeof erasedRoom>>

let template: string
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
  base = template = mkdtempSync(join(tmpdir(), 'outside-'))
  room = await erasedRoom()
})
afterAll(() => {
  vi.useRealTimers()
  rmSync(template, { recursive: true })
})
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'outside-'))
  cpSync(template, base, { recursive: true, preserveTimestamps: true })
})
afterEach(() => rmSync(base, { recursive: true }))

const folder = (name: string): string => join(base, name)
/** A seat with these sticks in it. */
const open = (name: string, ...sticks: readonly string[]): House =>
  openHouseIn(folder(name), {
    seat: name,
    sticks: () => Promise.resolve(sticks.map((stick) => ({ folder: folder(stick), name: stick }))),
    documents: folder('documents'),
    clockMemory: { ...NO_MEMORY, lastTrusted: now, certain: now },
    builtAt: now - 30 * 86_400_000,
  })

/** A child with a page of those words. */
function childIn({ children, contacts, diary }: House, name: string) {
  const born = { name, classLabel: '2.1', number: null, birthday: null, decided: 'new' } as const
  const childId = value(children.add(born)).id
  const facts = { relation: '奶奶', name: '黄阿英', called: '奶奶', guardian: true, city: null, spoken: null }
  const askedBy = value(contacts.add(childId, { ...facts, language: 'zh-CN', phones: [] })).id
  const page = value(diary.begin(childId)).id
  const step = { id: newId(), kind: 'text', text: `${words}，${name}` } as const
  value(diary.put({ childId, sessionId: 's' }, page, step))
  return { name, childId, askedBy, page }
}
type Child = ReturnType<typeof childIn>

/** What a room shows of these children: their faces, and what stands on their pages. */
function shownIn({ diary, children }: House, of: readonly Child[]) {
  const pages = of.map(({ childId, page }) => {
    const opened = diary.open(childId, page)
    return opened.ok ? opened.value.sheets[0]?.text : undefined
  })
  return { faces: children.faces().map(({ name }) => name), pages }
}

const placeNamed = async ({ files }: House, name: string): Promise<string> => {
  const place = (await files.places()).find((each) => each.name === name)
  if (!place) throw new Error(name)
  return place.id
}
const only = <T>(all: readonly T[]): T => {
  const [one, ...more] = all
  if (!one || more.length > 0) throw new Error(`${all.length} instead of one`)
  return one
}

/** A room of two children with locked backups on two sticks, of which the one is put in a drawer before somebody asks to erase the one child. */
async function erasedRoom() {
  for (const name of ['drawer', 'daily', 'documents']) mkdirSync(folder(name))
  let house = open('room', 'drawer', 'daily')
  const first = value(await house.staff.prepareFirst({ name: '陈老师', pin: PIN }))
  first.write()
  const typed = house.outside.makeKey(false).map(({ lines }) => lines)
  value(await house.outside.confirmKey(typed))
  const [gone, stays] = [childIn(house, '林小雨'), childIn(house, '王小明')]
  value(await house.outside.make(await placeNamed(house, 'drawer')))
  const { childId, askedBy } = gone
  value(house.rights.askErasure({ childId, askedBy, how: 'in-person', staffId: 's' }))
  await house.close()
  vi.setSystemTime((now += ERASURE_WAITS - HOUR))
  house = open('room', 'daily')
  value(await house.outside.make(await placeNamed(house, 'daily')))
  await house.close()
  vi.setSystemTime((now += 2 * HOUR))
  house = open('room', 'daily')
  await house.erasures.look()
  await house.close()
  return { papers: { backups: typed, diaries: first.recoveryKey }, gone, stays }
}

/** Another seat becomes the room again from that stick, as `reception.ts` does it. */
async function broughtBack(seat: string, stick: string, typed: readonly (readonly string[])[]) {
  let house = open(seat, stick)
  const { place, folder: from, number } = only(await house.outside.found())
  value(await house.outside.restoreInto(comingTo(folder(seat)), { place, folder: from, number }, typed))
  await house.close()
  moveIn(folder(seat))
  house = open(seat, stick)
  return house
}

it('erases from the stick that is in at once, so that neither seat nor papers bring the child back from it', async () => {
  const { papers, gone, stays } = room
  const house = open('room', 'daily')
  expect(only((await house.outside.found()).map(({ number }) => number))).toBe(1)
  // Two hours old: only that somebody was erased makes the next one due.
  await house.outside.makeWhenDue()
  expect((await house.outside.found()).map(({ number }) => number)).toEqual([2])
  await house.outside.makeWhenDue()
  expect((await house.outside.found()).map(({ number }) => number)).toEqual([2])
  await house.close()

  const there = await broughtBack('other', 'daily', papers.backups)
  expect(shownIn(there, [gone, stays])).toEqual({ faces: ['王小明'], pages: [undefined, undefined] })
  expect(there.rescue.open(papers.diaries)).toEqual({ ok: true, value: { opened: 1 } })
  expect(shownIn(there, [gone, stays])).toEqual({
    faces: ['王小明'],
    pages: [undefined, `${words}，王小明`],
  })
  await there.close()
})

it('erases again what a stick from a drawer brings back to a seat that erased it, and opens the others without a paper', async () => {
  const { papers, gone, stays } = room
  // The database and the backups beside it are lost; the list of who was erased and the keys are not.
  const files = roomFiles(folder('room'))
  for (const end of ['', '-wal', '-shm']) rmSync(files.database + end, { force: true })
  rmSync(files.backups, { recursive: true })
  const there = await broughtBack('room', 'drawer', papers.backups)
  expect(shownIn(there, [gone, stays])).toEqual({ faces: ['王小明'], pages: [undefined, `${words}，王小明`] })
  expect(there.rescue.open(papers.diaries)).toMatchObject({ ok: true, value: { opened: 0 } })
  expect(shownIn(there, [gone]).pages).toEqual([undefined])
  await there.erasures.look()
  await there.close()
  for (const path of filesBelow(folder('room'))) {
    const bytes = readFileSync(path)
    for (const text of ['林小雨', words]) expect(bytes.includes(text), `${text} in ${path}`).toBe(false)
  }
  // The room that stood there keeps no keys beside it, and goes with the erasure.
  expect(readdirSync(base).filter((name) => name.startsWith('room'))).toEqual(['room'])
})

it('opens no page of the child with a stick from a drawer and the keys of now; with the papers of then it does', async () => {
  const { papers, gone, stays } = room
  // On a seat that never heard of it, with all the keys that there are now.
  const attack = await broughtBack('attack', 'drawer', papers.backups)
  await attack.close()
  const { keys } = roomFiles(folder('attack'))
  rmSync(keys, { recursive: true })
  cpSync(roomFiles(folder('room')).keys, keys, { recursive: true })
  const shut = open('attack')
  expect(shownIn(shut, [gone, stays])).toEqual({
    faces: expect.arrayContaining(['林小雨', '王小明']),
    pages: [undefined, `${words}，王小明`],
  })
  // The limit that `resources/PRIVACY.md` names: the stick of then with both papers of then.
  expect(shut.rescue.open(papers.diaries)).toEqual({ ok: true, value: { opened: 1 } })
  expect(shownIn(shut, [gone]).pages).toEqual([`${words}，林小雨`])
  await shut.close()
})

function put(path: string, text: string): void {
  mkdirSync(join(path, 'keys'), { recursive: true })
  writeFileSync(join(path, 'room.sqlite'), text)
}

it('ends a move that a power cut interrupted, and takes away a room that is not whole', () => {
  const own = folder('fresh')
  put(comingTo(own), 'came')
  endMove(own)
  expect(readFileSync(join(own, 'room.sqlite'), 'utf8')).toBe('came')
  put(comingTo(own), 'half')
  endMove(own)
  expect(readFileSync(join(own, 'room.sqlite'), 'utf8')).toBe('came')
  expect(existsSync(comingTo(own))).toBe(false)
  endMove(own)
  expect(readFileSync(join(own, 'room.sqlite'), 'utf8')).toBe('came')
})
