import type { AnswerOf, InputOf, MethodName } from '#contract/index.ts'
import type { Answer, Bridge } from '#contract/bridge.ts'
import type { ElectronApplication, Page } from '@playwright/test'
import { patience } from './patience.ts'
import { firstWindow, settled } from './windows.ts'

declare global {
  interface Window {
    house: Bridge
  }
}

export const coordinator = { name: '陈老师', pin: '739154' }

/** Asks main as a page does, past its buttons: for specs of what main answers. */
export async function call<N extends MethodName>(
  page: Page,
  method: N,
  input?: InputOf<N>,
): Promise<Answer<AnswerOf<N>>> {
  // The child's page is given a new process after a turn: what lies between the two answers nothing.
  const back = async () => {
    if (page.url().startsWith('data:')) await page.waitForURL(({ protocol }) => protocol !== 'data:')
  }
  const ask = (name: string, value: unknown) =>
    page.evaluate(([named, given]) => window.house.call(named as string, given), [name, value])
  await back()
  try {
    return (await ask(method, input)) as Answer<AnswerOf<N>>
  } catch (error) {
    // It was on its way when the page gave way to the new one: the answer to a begin may have gone with it.
    if (!/context was destroyed|navigat/i.test(String(error))) throw error
    await page.waitForLoadState()
    await back()
    const now = method === 'sessions.begin' ? await ask('sessions.now', undefined) : undefined
    const isThere = now !== undefined && now.ok && now.value
    return (isThere ? now : await ask(method, input)) as Answer<AnswerOf<N>>
  }
}

/** The same for calls that must be answered well; throws the refusal otherwise. */
export async function must<N extends MethodName>(
  page: Page,
  method: N,
  input?: InputOf<N>,
): Promise<AnswerOf<N>> {
  const answer = await call(page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

async function nextWindow(app: ElectronApplication, open: () => Promise<unknown>): Promise<Page> {
  const next = app.waitForEvent('window', { timeout: patience })
  // The window that asks may be closed before its answer arrives.
  await open().catch(() => undefined)
  return settled(await next)
}

/** Brings a fresh seat through its set-up; the child's window is open afterwards. */
export async function openRoom(app: ElectronApplication): Promise<Page> {
  const setup = await firstWindow(app)
  await must(setup, 'setup.finish', {
    language: 'zh-CN',
    school: '第一小学',
    room: '一号',
    seat: 1,
    coordinator,
  })
  return nextWindow(app, () => call(setup, 'setup.openRoom'))
}

/** Opens the staff window and signs the coordinator in. */
export async function signIn(app: ElectronApplication, pupil: Page): Promise<Page> {
  const staff = await nextWindow(app, () => call(pupil, 'staff.knock'))
  const [person] = await must(staff, 'staff.people')
  await must(staff, 'staff.signIn', { id: person!.id, pin: coordinator.pin })
  return staff
}

/** Begins a turn, past the question how the child feels, which comes before the four doors. */
export async function begin(
  pupil: Page,
  input: InputOf<'sessions.begin'>,
): Promise<AnswerOf<'sessions.begin'>> {
  const session = await must(pupil, 'sessions.begin', input)
  if (session.place.name === 'mood') await must(pupil, 'sessions.move', { name: 'home' })
  return session
}

/** A child of the room, sitting in a session. */
export async function sitDown(staff: Page, pupil: Page): Promise<string> {
  const { id } = await must(staff, 'children.add', {
    name: '林小雨',
    classLabel: '二(1)班',
    number: null,
    birthday: null,
  })
  await begin(pupil, { childId: id })
  return id
}
