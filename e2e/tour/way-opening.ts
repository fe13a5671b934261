import type { Camera } from './camera.ts'
import { pupils, roomIn, staffPin } from './rooms.ts'
import { ask, press, signIn, sitDown, turnTo, visit, type VisitParts } from './visit.ts'

const ownPin = '730268'
const words = {
  'zh-CN': '同学说她周日晚上一个人在家，有人一直敲门。今天没来上学，奶奶电话打不通，家访没人应门。',
  en: 'A classmate says that she was alone at home on Sunday and somebody kept knocking. Not at school today; nobody answers the door.',
} as const

/** Two grown-ups open a page in an emergency, and the child hears of it. */
export function opening(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    const staff = await signIn(opened, pupil)
    const me = await ask(staff, 'staff.me')
    const name = lang === 'en' ? 'Ms Lin' : '林老师'
    const { id } = await ask(staff, 'staff.add', {
      name,
      role: 'social-worker',
      pin: '582913',
      checkedOn: null,
    })
    const form = async () => {
      await turnTo(staff, camera, 'children')
      await press(staff, say('opening.open'))
      await staff.locator('.opening-record').waitFor({ state: 'attached' })
    }
    await stretch('what is missing', async () => {
      await form()
      await staff.locator('.opening-missing').waitFor()
      await shot(staff, 'opening-missing')
    })
    await stretch('opening a page', async () => {
      await ask(staff, 'staff.signIn', { id, pin: '582913' })
      await ask(staff, 'staff.changeMyPin', { old: '582913', pin: ownPin })
      await ask(staff, 'staff.signIn', { id: me?.id ?? '', pin: staffPin })
      while ((await ask(staff, 'openings.look')).partners.length === 0)
        await new Promise((done) => setTimeout(done, 200))
      await staff.reload()
      await staff.locator('.nav').waitFor()
      await form()
      const choose = async (place: number, item: RegExp) => {
        await staff.locator('.opening-which .pick').nth(place).click()
        await staff.getByRole('option', { name: item }).first().click()
      }
      await choose(0, new RegExp(pupils.main))
      await choose(1, /./)
      await staff.getByLabel(say('opening.reason.harm')).check()
      await staff.locator('.opening-words textarea').fill(words[lang])
      for (const line of await staff.locator('.opening-last label').all()) await line.click()
      const keys = staff.locator('.opening-key')
      await keys.nth(0).locator('input').fill(staffPin)
      await keys.nth(0).getByRole('button').click()
      await keys.nth(0).locator('.opening-ok').waitFor()
      await keys.nth(1).locator('input').fill(ownPin)
      await shot(staff, 'opening-form')
      await keys.nth(1).getByRole('button').click()
      await keys.nth(1).locator('.opening-ok').waitFor()
      await staff.locator('.opening-last .btn.main').click()
      await staff.locator('.opened canvas').first().waitFor()
      await shot(staff, 'opening-open')
      await press(staff, say('opening.now.close'))
      await staff.locator('.opening-record li').first().waitFor()
      await shot(staff, 'opening-record')
      await ask(staff, 'staff.leave').catch(() => undefined)
    })
    await stretch('the child hears of it', async () => {
      await sitDown(pupil, pupils.main)
      await pupil.locator('.told').waitFor()
      await shot(pupil, 'told')
    })
  })
}
