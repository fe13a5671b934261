import { placeOf } from '#core/diary/paper.ts'
import type { ElectronApplication, Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { doSums, draw, freshPage, noDeeds, type, wander, type Deeds } from './busy-child.ts'
import { expect, test } from './fixture.ts'
import { must, openRoom, signIn, sitDown } from './open-room.ts'
import { cutPower, miscounted, readRoom, roomOf, snapshot, soundness, type Room } from './room-copy.ts'
import { firstWindow } from './windows.ts'
import { strokesOn } from './on-page.ts'

/** Kills in each of two rooms; POWER_KILLS=50 makes the hundred of the durability target. */
const kills = Number(process.env['POWER_KILLS'] ?? 3)
const cuts = Number(process.env['POWER_SNAPSHOTS'] ?? 6)
/** A child may lose the last second (D1); the other half is what a busy machine takes to bring a point to the disk. */
const lastSecond = 1500

// A trace of thousands of pointer moves would slow the very thing that is measured.
test.use({ trace: 'off' })

const pictures = ['sunflower', 'fish', 'apple'] as const
const pictureNames = ['向日葵', '鱼', '苹果']

const after = (ms: number) => new Promise((done) => setTimeout(done, ms))
/** Any moment of the next few seconds. */
const anyMoment = () => 600 + Math.random() * 2400

async function seatedChild(app: ElectronApplication): Promise<{ pupil: Page; childId: string }> {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const childId = await sitDown(staff, pupil)
  await must(staff, 'children.setPictures', { id: childId, pictures: [...pictures] })
  await must(staff, 'staff.leave').catch(() => undefined)
  return { pupil, childId }
}

/** After the cut: the seat knows who sat there, asks for the three pictures, and shows the same page. */
async function comeBack(app: ElectronApplication): Promise<Page> {
  const pupil = await firstWindow(app)
  await pupil.getByRole('button', { name: '是我，接着来' }).click()
  for (const name of pictureNames) await pupil.getByRole('button', { name, exact: true }).click()
  await expect.poll(() => must(pupil, 'sessions.now')).not.toBeNull()
  return pupil
}

interface PageRows {
  readonly points: number
  readonly text: string
}

/** What stands of the page on the disk: points of all strokes, and the words. */
function pageOnDisk({ all, unseal }: Room, page: string): PageRows {
  const steps = all<{ id: string; kind: string; data: string }>(
    `SELECT id, kind, data FROM (SELECT kind, data, ordinal, id FROM diary_step WHERE page_id = ?1 AND undone = 0
       UNION ALL SELECT kind, data, 1e9, step_id FROM diary_draft WHERE page_id = ?1) ORDER BY ordinal, id`,
    page,
  ).map(({ id, kind, data }) => ({
    kind,
    ...(JSON.parse(unseal(placeOf.step(page, id), data)) as { points?: number[]; text?: string }),
  }))
  return {
    points: steps.reduce((sum, { points }) => sum + (points?.length ?? 0) / 3, 0),
    text: steps.findLast(({ kind }) => kind === 'text')?.text ?? '',
  }
}

/** Holds what is on the disk against what the child was shown. Answers how many ms of drawing or typing were lost. */
function nothingIsLost(userData: string, childId: string, page: string, deeds: Deeds, at: number): number {
  return readRoom(userData, (room) => {
    expect(soundness(room)).toBe('ok')
    expect(miscounted(room)).toEqual([])
    const answers = room.one('SELECT count(*) FROM learning_answer WHERE child_id = ?', childId)
    // One may have reached the disk whose answer the page never got.
    expect(answers).toBeGreaterThanOrEqual(deeds.answers)
    expect(answers).toBeLessThanOrEqual(deeds.answers + 1)
    const sums = room.one(`SELECT count(*) FROM usage_event WHERE kind = 'sum' AND child_id = ?`, childId)
    expect(room.one('SELECT sum(sums) FROM usage_day WHERE child_id = ?', childId)).toBe(sums)
    if (page === '') return 0
    const disk = pageOnDisk(room, page)
    const points = deeds.strokes.flat()
    const firstLostPoint = points.toSorted((a, b) => a - b)[disk.points]
    const kept = deeds.typed.findLastIndex(({ text }) => text === disk.text)
    const firstLostWord = deeds.typed[kept + 1]?.at
    return Math.max(0, at - (firstLostPoint ?? at), at - (firstLostWord ?? at))
  })
}

/** The ways of being busy; each test begins with another one. */
const ways = { sums: doSums, drawing: draw, typing: type, walking: wander } as const
type Way = keyof typeof ways

for (const order of [
  ['drawing', 'sums', 'typing'],
  ['walking', 'typing', 'drawing'],
] as const satisfies Way[][])
  test(`kill -9 at any moment of ${order.join(', ')}: nothing acknowledged is lost, ${kills} times`, async ({
    launch,
    userData,
  }) => {
    let app = await launch()
    let { pupil, childId } = await seatedChild(app)
    const deeds = noDeeds()
    for (let kill = 1; kill <= kills; kill++) {
      const way: Way = order[(kill - 1) % order.length]!
      const page = way === 'drawing' || way === 'typing' ? await freshPage(pupil, deeds) : ''
      const busy = ways[way](pupil, deeds).catch((error: unknown) => error)
      const failed = await Promise.race([busy, after(anyMoment())])
      expect(failed, 'the child came to a stop before the power did').toBeUndefined()
      const at = performance.now()
      await cutPower(app)
      await busy
      const lost = nothingIsLost(userData, childId, page, deeds, at)
      expect(lost).toBeLessThan(lastSecond)
      const started = performance.now()
      app = await launch()
      pupil = await comeBack(app)
      const back = await must(pupil, 'sessions.now')
      expect(deeds.places).toContainEqual(back?.place)
      console.log(
        `${way}: ${Math.round(lost)} ms lost, back at ${back?.place.name} after ${Math.round(performance.now() - started)} ms`,
      )
      readRoom(userData, (room) => {
        expect(room.one(`SELECT count(*) FROM session WHERE end_reason = 'power-cut' AND cut = 1`)).toBe(kill)
        expect(
          room.one('SELECT count(*) FROM session WHERE end_reason IS NULL AND continues IS NOT NULL'),
        ).toBe(1)
        expect(room.one('SELECT count(*) FROM session')).toBe(kill + 1)
        expect(miscounted(room)).toEqual([])
      })
      // The next way draws and types on a page of its own.
      deeds.strokes.splice(0)
      deeds.typed.splice(0)
    }
    await reportIsRight(app, pupil, userData)
  })

async function reportIsRight(app: ElectronApplication, pupil: Page, userData: string): Promise<void> {
  await must(pupil, 'sessions.end')
  const staff = await signIn(app, pupil)
  const { day, ms, cutsOnDisk } = readRoom(userData, ({ all, one }) => ({
    day: all<{ day: string }>('SELECT max(day) AS day FROM usage_event')[0]!.day,
    ms: one(`SELECT sum(length_ms) FROM usage_event WHERE kind = 'activity'`),
    cutsOnDisk: one('SELECT sum(cut) FROM session'),
  }))
  const report = await must(staff, 'usage.report', { unit: 'day', day })
  expect(report).toMatchObject({ sessions: 1, came: 1, cutSessions: cutsOnDisk })
  expect(report.minutes).toBe(Math.round(ms / 6000) / 10)
  expect((await must(staff, 'room.notices')).map(({ code }) => code)).toContain('session-cut')
  // The stays of a turn are its whole length.
  readRoom(userData, ({ all }) =>
    expect(
      all(`SELECT session_id FROM usage_event GROUP BY session_id HAVING
        abs(sum(CASE kind WHEN 'activity' THEN length_ms WHEN 'session-end' THEN -length_ms ELSE 0 END)) > 50`),
    ).toEqual([]),
  )
}

test(`${cuts} copies taken at any moment hold everything that was acknowledged before`, async ({
  app,
  launch,
  userData,
}) => {
  const { pupil, childId } = await seatedChild(app)
  const deeds = noDeeds()
  const folders: string[] = []
  try {
    const page = await freshPage(pupil, deeds)
    await Promise.race([draw(pupil, deeds).catch(() => undefined), after(2500)])
    await pupil.mouse.up()
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    const drawn = pageRows(userData, page).points
    await pupil.getByRole('button', { name: '写好了' }).click()
    await expect(pupil.locator('.page-card img')).toBeVisible()
    const busy = doSums(pupil, deeds).catch(() => undefined)
    for (let cut = 0; cut < cuts; cut++) {
      await Promise.race([busy, after(anyMoment() / 3)])
      const before = deeds.answers
      const folder = snapshot(app, userData)
      folders.push(folder)
      readRoom(folder, (room) => {
        expect(soundness(room)).toBe('ok')
        expect(miscounted(room)).toEqual([])
        expect(
          room.one('SELECT count(*) FROM learning_answer WHERE child_id = ?', childId),
        ).toBeGreaterThanOrEqual(before)
        expect(pageOnDisk(room, page).points).toBe(drawn)
      })
      await pictureIsThere(folder)
    }
    await cutPower(app)
    await busy
    const second = await launch([`--user-data-dir=${folders.at(-1)}`])
    const back = await comeBack(second)
    expect((await must(back, 'sessions.now'))?.place).toEqual({ name: 'activity', page: 'sums' })
    expect(strokesOn(await must(back, 'diary.open', { page }))[0]?.points.length).toBe(drawn * 3)
    // Before its folder goes: what still runs there would go on writing.
    await cutPower(second)
  } finally {
    for (const folder of folders)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
})

const pageRows = (userData: string, page: string) => readRoom(userData, (room) => pageOnDisk(room, page))

/** A row never names a picture that the disk does not have. */
async function pictureIsThere(folder: string): Promise<void> {
  const [picture] = readRoom(folder, ({ all }) =>
    all<{ thumbnail: string }>('SELECT thumbnail FROM diary_page WHERE thumbnail IS NOT NULL'),
  )
  expect(picture).toBeDefined()
  await access(join(roomOf(folder), 'media', 'diary', picture?.thumbnail ?? ''))
}
