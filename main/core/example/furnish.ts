import { setImmediate } from 'node:timers/promises'
import { v7 } from 'uuid'
import { passwordPictures } from '#contract/people.ts'
import { createExampleCalls } from './furnish-calls.ts'
import { furnishFamilies } from './furnish-families.ts'
import { createAvatarChooser } from '../children/avatar-rules.ts'
import { classFrom } from '../children/class-rules.ts'
import { createChildStore } from '../children/store.ts'
import { noPageMedia } from '../diary/media.ts'
import { createDiaryService } from '../diary/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { ok } from '../kernel/result.ts'
import { createChildKeys } from '../keys/child-keys.ts'
import { noEscrow } from '../keys/escrow.ts'
import type { Wrapping } from '../keys/wrapping.ts'
import { createLearningService } from '../learning/service.ts'
import { seededRandom } from '../learning/random-rules.ts'
import { createRoomStore, firstSettings } from '../room/store.ts'
import { addDays, localDay, startOfDay, termOf, type Day } from '../sessions/local-day-rules.ts'
import { addSession, closeSession } from '../sessions/store.ts'
import { createPinHash } from '../staff/pin-hash.ts'
import { createStaffStore } from '../staff/store.ts'
import { createUsageService } from '../usage/service.ts'
import { EXAMPLE_PIN, EXAMPLE_SCHOOL } from './example-words.ts'
import { exampleDrawing, exampleText } from './drawings.ts'
import { exampleChildren } from './example-children.ts'
import { visits, type Visit } from './history.ts'
import { activityFor, playRound } from './play.ts'

export interface FurnishAsk {
  /** UTC milliseconds: the history ends the day before. */
  readonly now: number
  readonly seed?: number
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Where the children's keys are kept. */
  readonly wrapping: Wrapping
  /** How PINs are made; cheaper only in tests. */
  readonly pinHash?: Pick<ReturnType<typeof createPinHash>, 'make'>
}

/** What a furnished room holds. */
export interface Furnished {
  readonly children: number
  readonly sessions: number
}

/**
 * Puts 154 generated children, two people of staff and a term of generated history into an empty room, through the same
 * services and stores as real ones: the same seed and time give the same room.
 */
export async function furnishExample(ground: Ground, ask: FurnishAsk): Promise<Furnished> {
  const { db, zoneOffset } = ground
  const random = seededRandom(ask.seed ?? 20_260_901)
  const today = localDay(ask.now, zoneOffset(ask.now))
  // In the first weeks of a term the one before is shown as well: an empty report explains nothing.
  const { from } = termOf(addDays(today, -30))
  const clock = movableClock(startOfDay(from, zoneOffset(ask.now)))
  const bytes = () => Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))
  const newId = () => v7({ msecs: clock.wall(), random: bytes(), seq: Math.floor(random() * 2 ** 31) })
  const stage: Ground = { ...ground, clock, random, newId }

  const hash = await (ask.pinHash ?? createPinHash()).make(EXAMPLE_PIN)
  const children = db.transaction(() => {
    furnishRoom(stage, hash)
    const pupils = furnishChildren(stage, schoolYear(today))
    furnishFamilies(stage, ask.seed ?? 20_260_901)
    return pupils
  })

  const call = createExampleCalls(stage, ask.seed ?? 20_260_901)
  const live = createLife(stage, clock, children, { call, wrapping: ask.wrapping })
  const all = visits({
    children: [...children.keys()],
    from,
    to: today,
    seed: ask.seed ?? 1,
    offset: zoneOffset(ask.now),
  })
  // Nobody sits there when the room opens, nor left it a minute ago.
  const past = [...all].filter(({ at, lengthMs }) => at + lengthMs < ask.now - 3_600_000)
  const days = Map.groupBy(past, ({ day }) => day)
  let [done, sessions] = [0, 0]
  for (const ofDay of days.values()) {
    db.transaction(() => {
      for (const visit of ofDay) live(visit)
    })
    done += 1
    sessions += ofDay.length
    ask.onProgress?.(done / days.size)
    await setImmediate()
  }
  return { children: children.size, sessions }
}

/** The year in which the school year began: it does so in September. */
const schoolYear = (today: Day): number =>
  Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) >= 9 ? 0 : 1)

function furnishRoom({ db, log, newId, clock }: Ground, pinHash: string): void {
  const room = createRoomStore(db, log)
  room.write({ ...firstSettings, school: EXAMPLE_SCHOOL, room: '快乐家园' })
  room.setSeatNumber(1)
  const staff = createStaffStore(db)
  const checkedOn = new Date(clock.wall()).toISOString().slice(0, 10)
  for (const [name, role] of [
    ['周老师（演示）', 'coordinator'],
    ['何老师（演示）', 'teacher'],
  ] as const)
    staff.add({ id: newId(), name, role, checkedOn, pinHash, createdAt: clock.wall() })
}

interface Pupil {
  readonly grade: number
  /** Share of exercises right at the first try. */
  readonly skill: number
}

function furnishChildren({ db, random, newId, clock }: Ground, year: number): Map<string, Pupil> {
  const store = createChildStore(db)
  const avatars = createAvatarChooser([], random)
  const pupils = new Map<string, Pupil>()
  for (const child of exampleChildren(year, random)) {
    const known = classFrom(`${child.grade}.${child.classNumber}`)
    if (!known) throw new Error(`No class ${child.grade}.${child.classNumber}`)
    const { name, grade, number, birthday } = child
    const classId = store.classFor({ label: known.label, grade, number: child.classNumber })
    const id = newId()
    store.add(id, { name, classId, number, birthday }, { createdAt: clock.wall(), avatars })
    if (grade >= 3 && random() < 0.3) {
      const [one, two, three] = passwordPictures.toSorted(() => random() - 0.5)
      if (one && two && three) store.setPictures(id, [one, two, three])
    }
    pupils.set(id, { grade, skill: 0.6 + random() * 0.37 })
  }
  return pupils
}

/** Lives one generated visit: the turn, its stays, the exercises and pages in them. */
function createLife(
  stage: Ground,
  clock: MovableClock,
  children: ReadonlyMap<string, Pupil>,
  { call, wrapping }: { readonly call: ReturnType<typeof createExampleCalls>; readonly wrapping: Wrapping },
): (visit: Visit) => void {
  const { db, random, newId, seat } = stage
  const usage = createUsageService(stage)
  const learning = createLearningService(stage, {
    usage,
    gradeOf: (id) => children.get(id)?.grade ?? null,
    gameMinutes: () => 20,
  })
  const diary = createDiaryService(stage, {
    usage,
    keys: createChildKeys(stage, { wrapping, rescue: { keep: () => undefined }, escrow: noEscrow }),
    media: { keep: async () => ok(''), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => hash,
    pageMedia: noPageMedia,
  })
  let cut: string | null = null

  const drawPage = (writer: { childId: string; sessionId: string }): void => {
    const page = diary.begin(writer.childId)
    if (!page.ok) return
    for (const step of exampleDrawing(random, newId)) diary.put(writer, page.value.id, step)
    diary.put(writer, page.value.id, { id: newId(), kind: 'text', text: exampleText(random) })
    diary.settle()
  }

  return (visit) => {
    const { childId, lengthMs, trusted } = visit
    clock.set(visit.at, trusted)
    const sessionId = newId()
    const writer = { childId, sessionId }
    const continues = visit.continues ? cut : null
    const startedAt = visit.at
    addSession(db, { id: sessionId, seat, childId, startedAt, trusted, plannedMs: 1_800_000, continues })
    const session = { ...writer, activity: 'session' } as const
    usage.append({ ...session, kind: 'session-begin', ...(continues ? { detail: 'continues' } : {}) })
    let { at } = visit
    for (const { activity, ms } of visit.stays) {
      clock.set(at, trusted)
      const { grade = 1, skill = 0.8 } = children.get(childId) ?? {}
      const plays = activity === 'learn' && random() < 0.5 ? activityFor(grade, random) : undefined
      const stay = { ...writer, kind: 'activity', activity, lengthMs: ms } as const
      usage.append(plays === undefined ? stay : { ...stay, detail: plays })
      if (activity === 'call') call(writer, { at, ms, trusted })
      at += ms
      const until = at
      const pass = () => {
        clock.pass(8000 + Math.floor(random() * 25_000))
        return clock.wall() < until
      }
      if (plays !== undefined) playRound(learning, writer, { activity: plays, skill, random, pass })
      if (activity === 'diary' && random() < 0.25) drawPage(writer)
    }
    clock.set(at, trusted)
    usage.append({ ...session, kind: 'session-end', lengthMs, detail: visit.end })
    closeSession(db, sessionId, lengthMs, visit.end)
    cut = visit.end === 'power-cut' ? sessionId : null
  }
}

type MovableClock = ReturnType<typeof movableClock>

/** Goes where the history is; each moment counts as believed unless the history says otherwise. */
function movableClock(start: number) {
  let [wall, trusted] = [start, true]
  return {
    ...plainClock({ wall: () => wall, monotonic: () => wall, trusted: () => trusted }),
    set: (to: number, believed: boolean) => void ([wall, trusted] = [to, believed]),
    pass: (ms: number) => void (wall += ms),
  }
}
