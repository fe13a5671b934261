import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { newId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import { comingTo, moveIn } from './move-in.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const words = '奶奶住院了，我谁也没有告诉'
const points = [417.25, 318.75, 0.625, 418.5, 319.125, 0.5]
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('a photograph of the ward')])
const small = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0xd,
  0xa,
  0x1a,
  0xa,
  ...Buffer.from('the page, small'),
])

const inBase64 = (text: string): readonly Buffer[] =>
  [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
        .toString('base64')
        .slice(4, -4),
    ),
  )
/** What nobody may find, in each way in which it could lie there. */
const secrets: readonly Buffer[] = [
  Buffer.from(words),
  Buffer.from(words.slice(0, 5)),
  Buffer.from(words, 'utf16le'),
  Buffer.from(words.replaceAll(/./gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
  Buffer.from('417.25,318.75'),
  Buffer.from(Float64Array.from(points.slice(0, 2)).buffer),
  Buffer.from(Float32Array.from(points.slice(0, 2)).buffer),
  ...[words, 'a photograph of the ward', 'the page, small'].flatMap(inBase64),
  Buffer.from('photograph of the ward'),
  Buffer.from('the page, small'),
]

let base: string
let now: number
let logged: string[]
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'life-'))
  for (const name of ['stick', 'documents']) mkdirSync(join(base, name))
  now = Date.UTC(2026, 10, 25, 2)
  logged = []
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(base, { recursive: true })
})

const keep = (...said: readonly unknown[]) =>
  void logged.push(
    JSON.stringify(said, (_, one: unknown) => (one instanceof Error ? String(one.stack) : one)),
  )
const log: Log = { info: keep, warn: keep, error: keep }

const open = (name: string): House =>
  openHouseIn(join(base, name), {
    log,
    sticks: () => Promise.resolve([{ folder: join(base, 'stick'), name: 'stick' }]),
    documents: join(base, 'documents'),
    clockMemory: { ...NO_MEMORY, lastTrusted: now, certain: now },
    builtAt: now - 30 * 86_400_000,
  })

const holds = (bytes: Buffer): boolean => secrets.some((secret) => bytes.includes(secret))

/** Files, and lines of the log, in which anything of the page can be read. */
function readable(): readonly string[] {
  return [
    ...filesBelow(base).filter((path) => holds(readFileSync(path))),
    ...logged.filter((line) => holds(Buffer.from(line))),
  ]
}

const pages = (house: House, childId: string, page: string) => {
  const opened = house.diary.open(childId, page)
  return opened.ok ? opened.value.sheets[0]?.text : undefined
}

it('lies readable nowhere in its whole life: written, given, taken back, cut off, backed up, restored, carried away, erased', async () => {
  let house = open('room')
  const first = value(await house.staff.prepareFirst({ name: '陈老师', pin: '804913' }))
  first.write()
  const teacher = { name: '李老师', role: 'teacher', pin: '582913', checkedOn: null } as const
  const li = { ...teacher, id: value(await house.staff.add(teacher)).id }
  const born = { name: '林小雨', classLabel: '2.1', number: null, birthday: null }
  const childId = value(house.children.add(born)).id
  const facts = { relation: '奶奶', name: '黄阿英', called: '奶奶', guardian: true, city: null, spoken: null }
  const askedBy = value(house.contacts.add(childId, { ...facts, language: 'zh-CN', phones: [] })).id
  const writer = { childId, sessionId: 's' }
  const page = value(house.diary.begin(childId)).id
  value(
    house.diary.put(writer, page, { id: newId(), kind: 'stroke', tool: 'pen', colour: 1, size: 12, points }),
  )
  const media = newId()
  const thing = { kind: 'photo', media } as const
  const lying = { id: newId(), kind: 'item', sheet: 0, item: newId(), thing, at: { x: 500, y: 500, size: 300, turn: 0 } } as const // prettier-ignore
  value(house.diaryMedia.begin(childId, page, lying))
  value(await house.diaryMedia.append(childId, media, 0, photo))
  value(await house.diaryMedia.finish(childId, media, 0))
  value(house.diary.put(writer, page, lying))
  value(house.diary.put(writer, page, { id: newId(), kind: 'text', text: words }))
  value(await house.diary.keepThumbnail(childId, page, small))
  expect(readable()).toEqual([])

  value(await house.shares.give(childId, page, { circle: 'adult', id: li.id }))
  expect(JSON.stringify(value(house.shares.look(li, page)))).toContain(words)
  expect(readable()).toEqual([])
  value(await house.shares.takeBack(childId, page))
  expect(readable()).toEqual([])

  // The power goes: what lies on the disk at this moment is all there is.
  cpSync(join(base, 'room'), join(base, 'cut-off'), { recursive: true })
  const cut = open('cut-off')
  expect(pages(cut, childId, page)).toBe(words)
  expect(readable()).toEqual([])
  await cut.close()
  rmSync(join(base, 'cut-off'), { recursive: true })

  const typed = house.outside.makeKey(false).map(({ lines }) => lines)
  value(await house.outside.confirmKey(typed))
  const place = (await house.files.places()).find(({ name }) => name === 'stick')!.id
  value(await house.outside.make(place))
  await house.close()
  expect(readable()).toEqual([])
  // What may be read is found in a backup: else this would say nothing.
  expect(filesBelow(roomFiles(join(base, 'room')).backups).some((path) => readFileSync(path).includes('林小雨'))).toBe(true) // prettier-ignore

  const { database } = roomFiles(join(base, 'room'))
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true })
  house = open('room')
  expect(pages(house, childId, page)).toBe(words)
  expect((await house.media.resolveMedia('page', media, { window: 'pupil', childId }))?.bytes).toEqual(Buffer.from(photo)) // prettier-ignore
  expect(readable()).toEqual([])

  let other = open('other')
  const { folder, number } = (await other.outside.found())[0]!
  value(await other.outside.restoreInto(comingTo(join(base, 'other')), { place, folder, number }, typed))
  await other.close()
  moveIn(join(base, 'other'))
  other = open('other')
  expect(pages(other, childId, page)).toBeUndefined()
  value(other.rescue.open(first.recoveryKey))
  expect(pages(other, childId, page)).toBe(words)
  await other.close()
  expect(readable()).toEqual([])

  value(house.rights.askErasure({ childId, askedBy, how: 'in-person', staffId: 's' }))
  await house.close()
  vi.setSystemTime((now += ERASURE_WAITS + 60_000))
  house = open('room')
  await house.erasures.look()
  expect(pages(house, childId, page)).toBeUndefined()
  await house.close()
  expect(readable()).toEqual([])
  expect(logged.length).toBeGreaterThan(3)
})
