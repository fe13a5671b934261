import type { Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnswerOf, InputOf, MethodName } from '#contract/index.ts'
import type { Answer } from '#contract/bridge.ts'
import type { PlaceName } from '#contract/sessions.ts'
import { launchApp, windowOf, type Launched } from '../launch.ts'
import { patience } from '../patience.ts'
import type { Camera } from './camera.ts'
import { staffPin } from './rooms.ts'

/** The app, open on a data folder of its own. */
export interface Visit {
  readonly launched: Launched
  readonly window: (name: 'pupil' | 'staff') => Promise<Page>
}

export interface VisitParts {
  readonly display: string
  /** Fills the fresh data folder before the app starts. */
  readonly prepare?: (userData: string) => Promise<unknown>
  readonly args?: readonly string[]
}

/** Opens the app once for a stretch of the way; whatever happens, it is ended and its folder is gone. */
export async function visit(
  camera: Camera,
  parts: VisitParts,
  way: (visit: Visit) => Promise<void>,
): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'happy-home-tour-'))
  let launched: Launched | undefined
  try {
    await parts.prepare?.(userData)
    launched = await launchApp({
      userData,
      screens: camera.size,
      display: parts.display,
      args: parts.args ?? [],
    })
    const { app } = launched
    app.context().setDefaultTimeout(patience)
    await way({ launched, window: (name) => windowOf(app, name) })
  } finally {
    await launched?.end()
    await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Asks main as a page does. */
export async function ask<N extends MethodName>(
  page: Pick<Page, 'evaluate'>,
  method: N,
  input?: InputOf<N>,
): Promise<AnswerOf<N>> {
  const answer = (await page.evaluate(
    ([name, value]) =>
      (globalThis as unknown as { house: { call(name: unknown, value: unknown): unknown } }).house.call(
        name,
        value,
      ),
    [method, input] as const,
  )) as Answer<AnswerOf<N>>
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

/** Presses the button that says so; hidden ones for the Enter key are passed over. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).and(page.locator(':not(.quiet)')).first().click()

/** Seats a child by name, past the faces; whoever sat there goes home first. */
export async function seat(page: Page, name: string): Promise<void> {
  await sitDown(page, name)
  await at(page, 'home')
}

/** Asks main to seat a child; waits for nothing on the screen. */
export async function sitDown(page: Pick<Page, 'evaluate'>, name: string): Promise<void> {
  if (await ask(page, 'sessions.now')) await ask(page, 'sessions.end')
  const children = await ask(page, 'children.faces')
  const child = children.find((face) => face.name === name)
  if (!child) throw new Error(`No face is called ${name}`)
  await ask(page, 'sessions.begin', { childId: child.id })
  await ask(page, 'sessions.move', { name: 'home' })
}

const marks: Record<PlaceName, string> = {
  home: '.door >> nth=0',
  family: '.nobody, .kin-page',
  messages: '.letterbox',
  me: '.me-main, .known, .look',
  learn: '.learn',
  activity: '.activity-page .board, .activity-page .card-and-pad, .round-end',
  diary: '.pages',
  'diary-page': '.editor',
  mood: '.mood-door',
  talk: '.mood',
  goodbye: '.bye-card',
}

/** Waits until the window shows a place. */
export async function at(page: Page, place: PlaceName): Promise<void> {
  await page.locator(marks[place]).first().waitFor()
}

/** Goes where main says, as after a crash: the window follows. */
export async function goTo(page: Page, name: PlaceName, inside?: string): Promise<void> {
  await ask(page, 'sessions.move', inside === undefined ? { name } : { name, page: inside })
  await at(page, name)
}

/** Opens the staff window by its key and signs the first coordinator in. */
export async function signIn({ window }: Visit, pupil: Page): Promise<Page> {
  await ask(pupil, 'staff.knock')
  const staff = await window('staff')
  const people = await ask(staff, 'staff.people')
  const person = people.find(({ role }) => role === 'coordinator')
  await ask(staff, 'staff.signIn', { id: person!.id, pin: staffPin })
  await staff.locator('.nav').waitFor()
  return staff
}

/** Turns to a page of the console. */
export async function turnTo(
  staff: Page,
  camera: Camera,
  page: 'room' | 'children' | 'learning' | 'contacts' | 'report' | 'calls' | 'staff' | 'health' | 'settings',
): Promise<void> {
  await staff.locator('.nav .place', { hasText: camera.say(`console.page.${page}`) }).click()
  await staff.locator('.desk header h1', { hasText: camera.say(`console.page.${page}`) }).waitFor()
}
