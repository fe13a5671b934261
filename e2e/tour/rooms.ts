import { createTurns } from '#core/kernel/in-turn.ts'
import { newId } from '#core/kernel/ids.ts'
import { silentLog } from '#core/kernel/log.ts'
import { plainClock } from '#core/kernel/plain-clock.ts'
import type { Ground } from '#core/kernel/ground.ts'
import type { Place } from '#contract/sessions.ts'
import { exampleDrawing, exampleText } from '#core/example/drawings.ts'
import { makeExample } from '#core/example/example-job.ts'
import { EXAMPLE_PIN } from '#core/example/example-words.ts'
import { openDatabase } from '#core/db/open.ts'
import { seatSideIn } from '#core/updates/seat-side.ts'
import { createServices, type Services } from '#core/house/services.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { keepSeatSecret } from '#core/keys/seat-secret.ts'
import { erasedList } from '#core/rights/erased-list.ts'
import { keepSeat } from '#core/house/seat-of.ts'
import { keepProgress } from '#core/learning/store.ts'
import { makeBackupNow } from '#core/backup/make-backup.ts'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from './screens.ts'

/** The PIN of everybody in the prepared room, and who they are. */
export const staffPin = EXAMPLE_PIN
const school = { 'zh-CN': '石城镇中心小学', en: 'Shicheng Central Primary School' } as const
const seat = '0197f0d2-0000-7000-8000-000000000001'
const offset = -new Date().getTimezoneOffset()

/** Children of the prepared room and what each is there for. */
export const pupils = {
  /** Second grade, no pictures, a thick diary. */
  main: '林小雨',
  /** Came to the school today: nothing in the diary yet. */
  fresh: '曾苗苗',
  /** Three pictures to tap: sunflower, kite, fish. */
  pictures: '黄磊',
  longName: '阿依古丽·买买提江·吐尔逊',
  frames: '林㛃',
  rows: '单思远',
  steps: '解雨桐',
  decimal: '梁𠮷祥',
  fraction: '欧阳文静',
} as const

const levels: readonly (readonly [name: string, level: string])[] = [
  [pupils.main, 'add-within-20'],
  [pupils.frames, 'add-within-20'],
  [pupils.rows, 'tables-to-6'],
  [pupils.steps, 'two-digit-over'],
  [pupils.decimal, 'decimals-times'],
  [pupils.fraction, 'fractions'],
]

interface MovableClock {
  readonly clock: Ground['clock']
  pass(ms: number): void
}

export function clockFrom(start: number): MovableClock {
  let now = start
  return {
    clock: plainClock({ wall: () => now, monotonic: () => now }),
    pass: (ms) => void (now += ms),
  }
}

const runJob = () => Promise.reject(new Error('no threads here'))

/** Opens a room's services in this process, lets `work` use them, and leaves everything as a power cut would. */
export async function within(
  folder: string,
  time: MovableClock,
  work: (services: Services, ground: Ground) => Promise<void> | void,
): Promise<void> {
  const files = roomFiles(folder)
  const { clock } = time
  const opened = openDatabase({ path: files.database, clock, seat, newId, log: silentLog })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = opened.value
  keepSeat(db, seat)
  const ground: Ground = {
    db,
    clock,
    newId,
    random: Math.random,
    seat,
    log: silentLog,
    zoneOffset: () => offset,
  }
  const parts = {
    files,
    erased: erasedList(files.erased),
    secret: keepSeatSecret(files.keys),
    example: false,
    examplePin: null,
    version: '0',
    builtAt: 0,
    documents: folder,
    seatSide: seatSideIn(folder),
    runJob,
    inTurn: createTurns(),
    openingsAnchor: { read: () => undefined, keep: () => undefined },
    witness: () => {},
  }
  await work(createServices(ground, parts), ground)
  db.close()
}

/** The room that most pictures are taken in: the 154 children and the term of history of the core's own example, and one who is new. */
export async function makeTemplate(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await makeExample({ path: roomFiles(folder).database, seat, now: Date.now(), offset })
  const time = clockFrom(Date.now() - 40 * 86_400_000)
  await within(folder, time, (services, ground) => {
    const find = finder(services)
    services.room.changeSettings({
      ...services.room.settings(),
      sessionMinutes: 30,
      turnsADay: 0,
      idleMinutes: 60,
    })
    for (const [name, level] of levels)
      keepProgress(
        ground.db,
        { childId: find(name), activity: 'sums' },
        { level, state: [], joints: 3, lastAt: 0, trusted: true },
      )
    const came = services.children.add({
      name: pupils.fresh,
      classLabel: '二(1)班',
      number: null,
      birthday: null,
    })
    if (!came.ok) throw new Error(came.error.code)
    const withPictures = services.children.pictures.set(find(pupils.pictures), ['sunflower', 'kite', 'fish'])
    if (!withPictures.ok) throw new Error('no pictures')
    for (const name of Object.values(pupils))
      if (name !== pupils.pictures) services.children.pictures.set(find(name), null)
    thickDiary(services, time, find(pupils.main))
  })
}

/** Twenty pages, one every other day. */
function thickDiary(services: Services, time: MovableClock, childId: string): void {
  for (let day = 0; day < 20; day += 1) {
    time.pass(2 * 86_400_000 - 60_000)
    const page = services.diary.begin(childId)
    if (!page.ok) throw new Error(page.error.code)
    const writer = { childId, sessionId: newId() }
    for (const step of exampleDrawing(Math.random, newId)) services.diary.put(writer, page.value.id, step)
    services.diary.put(writer, page.value.id, { id: newId(), kind: 'text', text: exampleText(Math.random) })
    services.diary.settle()
  }
}

const finder =
  (services: Services) =>
  (name: string): string => {
    const child = services.children.list().find((row) => row.name === name)
    if (!child) throw new Error(`No child is called ${name}`)
    return child.id
  }

/** A data folder of its own with the prepared room in it, in a language. */
export async function roomIn(
  userData: string,
  template: string,
  lang: Lang,
  kind: 'room' | 'example' = 'room',
): Promise<string> {
  const folder = join(userData, kind)
  cpSync(template, folder, { recursive: true })
  await within(folder, clockFrom(Date.now()), ({ room, staff }) => {
    room.changeSettings({
      ...room.settings(),
      school: kind === 'room' ? school[lang] : room.settings().school,
      language: lang,
      staffLanguage: lang,
    })
    if (kind === 'example') return
    for (const { id, name, role } of staff.people())
      staff.change({ id, name: name.replace(/（.*）/, ''), role, checkedOn: null })
  })
  return folder
}

/** Puts children of a prepared room on rungs of ladders. */
export const standOn = (
  folder: string,
  stands: readonly (readonly [child: string, activity: string, level: string, ...more: string[]])[],
): Promise<void> =>
  within(folder, clockFrom(Date.now()), (services, { db }) => {
    const find = finder(services)
    for (const [name, activity, level] of stands)
      keepProgress(
        db,
        { childId: find(name), activity },
        { level, state: null, joints: 2, lastAt: 0, trusted: true },
      )
  })

/** The room as a power cut leaves it: this child sat there for so long. The app comes back to it. */
export async function cutAfter(
  folder: string,
  name: string,
  usedMs: number,
  place: Place = { name: 'home' },
): Promise<void> {
  const time = clockFrom(Date.now() - usedMs)
  await within(folder, time, (services) => {
    const begun = services.sessions.begin(finder(services)(name))
    if (!begun.ok) throw new Error(begun.error.code)
    services.sessions.move(place)
    time.pass(usedMs)
    services.sessions.beat()
  })
}

/** A verified backup of the room as it stands. */
export function backUp(folder: string): void {
  const files = roomFiles(folder)
  const made = makeBackupNow({
    path: files.database,
    folder: files.backups,
    clock: clockFrom(Date.now()).clock,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
}
