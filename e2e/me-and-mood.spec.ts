// How a child feels, who may know, whom it may phone, and its own place: as a six-year-old who skips, one who chooses a teacher,
// the teacher who sees it and the one who does not.
import { globSync, readFileSync } from 'node:fs'
import { arrive, keepTouching, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { begin, call, must, signIn } from './open-room.ts'
import { databaseBeside } from './room-copy.ts'
import { firstWindow } from './windows.ts'

const teacher = { name: '王老师', role: 'teacher', pin: '582913', checkedOn: null } as const
const socialWorker = { name: '李老师', role: 'social-worker', pin: '630472', checkedOn: null } as const

test('one tap at the door: skipped it keeps nothing, told it is one adult’s alone, and the screen shows and says none of it', async ({
  app,
  userData,
}) => {
  const { pupil, staff } = await roomWithChildren(app)
  await must(staff, 'staff.add', teacher)
  await must(staff, 'staff.add', socialWorker)

  await test.step('the numbers are one tap away, before anybody signs in', async () => {
    await pupil.locator('.help-door').click()
    const card = pupil.locator('.help-card')
    for (const number of ['12355', '12345', '110'])
      await expect(card.getByText(number, { exact: true })).toBeVisible()
    await expect(card).toContainText('这间屋子没有电话')
    await fitsAChild(pupil, 'help card')
    await pupil.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  })

  await test.step('a six-year-old skips: no question about who, nothing kept, and not asked again in this turn', async () => {
    await pupil.getByRole('button', { name: '陈思远', exact: true }).click()
    await keepTouching(pupil)
    await expect(pupil.locator('.feel')).toHaveCount(7)
    await fitsAChild(pupil, 'mood')
    const widths = await pupil
      .locator('.feel')
      .evaluateAll((feels) => feels.map((feel) => Math.round(feel.getBoundingClientRect().width)))
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1)
    await pupil.keyboard.press('Escape')
    await expect(pupil.locator('.door')).toHaveCount(4)
    await pupil.reload()
    await expect(pupil.locator('.door')).toHaveCount(4)
    await must(pupil, 'sessions.end')
  })

  await test.step('another one taps a face, and is asked once who may know', async () => {
    const faces = await must(pupil, 'children.faces')
    const childId = faces.find(({ name }) => name === '林小雨')!.id
    await must(pupil, 'sessions.begin', { childId, pictures: ['fish', 'moon', 'key'] })
    await keepTouching(pupil)
    await pupil.getByRole('button', { name: '难过', exact: true }).click()
    await expect(pupil.getByRole('heading', { name: '谁可以知道？' })).toBeVisible()
    await expect(pupil.locator('.mood-door')).not.toContainText('难过')
    await fitsAChild(pupil, 'who may know')
    await pupil.locator('.adult', { hasText: '王老师' }).click()
    await expect(pupil.locator('.door')).toHaveCount(4)
    await must(pupil, 'sessions.end')
    await must(pupil, 'sessions.begin', { childId, pictures: ['fish', 'moon', 'key'] })
    // Not asked twice in a short time; whoever feels otherwise may say so.
    await expect(pupil.locator('.door')).toHaveCount(4)
    await must(pupil, 'sessions.move', { name: 'talk' })
    await pupil.getByRole('button', { name: '想念', exact: true }).click()
    await expect(pupil.getByRole('button', { name: '想念', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  await test.step('the teacher sees it by name; the coordinator and the social worker do not', async () => {
    expect(await must(staff, 'feelings.told')).toEqual([])
    await expect(staff.locator('.told-rows')).toHaveCount(0)
    const people = await must(staff, 'staff.people')
    const enter = async ({ name, pin }: { readonly name: string; readonly pin: string }) => {
      await must(staff, 'staff.signOut')
      await must(staff, 'staff.signIn', { id: people.find((one) => one.name === name)!.id, pin })
    }
    await enter(socialWorker)
    expect(await must(staff, 'feelings.told')).toEqual([])
    await enter(teacher)
    expect(await must(staff, 'feelings.told')).toMatchObject([{ childName: '林小雨', mood: 'missing' }])
    await expect(staff.locator('.told-rows')).toContainText('林小雨今天：想念')
    await staff.screenshot({ path: test.info().outputPath('told.png') })
  })

  await test.step('it lies sealed: no file of the room holds it', () => {
    const files = globSync('**/*', { cwd: userData, withFileTypes: true }).filter((file) => file.isFile())
    const room = files.filter(({ name }) => name.startsWith('room.sqlite'))
    expect(room.length).toBeGreaterThan(0)
    for (const file of room)
      expect(readFileSync(`${file.parentPath}/${file.name}`).includes(Buffer.from('missing\u0000'))).toBe(
        false,
      )
    const db = databaseBeside(userData)
    const rows = db.prepare('SELECT sealed FROM feeling').all() as { sealed: string }[]
    db.close()
    expect(rows).toHaveLength(1)
    expect(rows[0]!.sealed).toMatch(/^hh1\./)
  })
})

test('a wish that nobody answers goes to who coordinates, then the child is shown the numbers; settings hold after a restart', async ({
  app: first,
  launch,
  userData,
}) => {
  const { pupil, staff } = await roomWithChildren(first)
  await must(staff, 'staff.add', teacher)
  const people = await must(staff, 'staff.people')
  const chosen = people.find(({ name }) => name === teacher.name)!.id
  await arrive(pupil)
  await keepTouching(pupil)

  await test.step('big letters, slow reading, another face: at once, and on every page of the child', async () => {
    await must(pupil, 'sessions.move', { name: 'me', page: 'look' })
    await fitsAChild(pupil, 'dress up')
    await pupil.getByRole('button', { name: '大一点' }).click()
    await expect(pupil.locator('body.big-letters')).toBeVisible()
    await pupil.getByRole('button', { name: '读慢点' }).click()
    await pupil.getByRole('button', { name: 'jiā 家 有拼音' }).click()
    await pupil.getByRole('button', { name: '紫色', exact: true }).click()
    await expect(pupil.locator('.whose .face')).toHaveAttribute('data-tone', 'plum')
    await expect(pupil.locator('.look rt').first()).toBeVisible()
    await pupil.screenshot({ path: test.info().outputPath('look.png') })
    await fitsAChild(pupil, 'dress up, big')
    for (const name of ['me', 'home', 'talk', 'family', 'learn', 'diary', 'mood', 'goodbye'] as const) {
      await must(pupil, 'sessions.move', { name })
      await expect(pupil.locator(`.child`).first()).toBeVisible()
      await pupil.screenshot({ path: test.info().outputPath(`big-${name}.png`) })
      await fitsAChild(pupil, `${name}, big letters`)
    }
  })

  await test.step('who knows about me: the house, who looked, and a question with a date', async () => {
    await must(pupil, 'sessions.move', { name: 'me', page: 'known' })
    await expect(pupil.locator('.known-place')).toHaveCount(3)
    await expect(pupil.locator('.known-house')).not.toContainText('留话给谁')
    await fitsAChild(pupil, 'who knows, big')
    await pupil.locator('.known-foot .go').click()
    await pupil.getByRole('button', { name: '有的写错了，想改' }).click()
    await expect(pupil.locator('.known-ask')).toContainText('以前回你')
    await expect(staff.locator('.told-rows')).toContainText('说有的写错了，想改')
    await staff.getByRole('button', { name: '已经回答' }).click()
    await expect(pupil.locator('.known-foot')).toContainText('回你了')
    await expect(staff.locator('.told-rows')).toHaveCount(0)
  })

  await must(pupil, 'talks.ask', { adultId: chosen, mood: 'sad' })
  const childId = (await must(pupil, 'sessions.now'))!.child.id

  await test.step('goodbye says what becomes of a wish that nobody has seen', async () => {
    await must(pupil, 'sessions.move', { name: 'goodbye' })
    await expect(pupil.locator('.kept .is-wish')).toContainText('下次一开门，就告诉陈老师')
    await expect(pupil.locator('.kept .is-wish')).toContainText('12355')
    await pupil.screenshot({ path: test.info().outputPath('goodbye-wish.png') })
    await fitsAChild(pupil, 'goodbye with a wish, big letters')
    await must(pupil, 'sessions.end')
  })
  /** The room is shut, and opens the next day, or after whatever time. */
  const waitedLong = async (app: typeof first, before: 'a day' | 'nobody knows') => {
    await app.close()
    const db = databaseBeside(userData)
    // When it was shut: the day before, or by a clock that was not to be believed.
    const beat = before === 'a day' ? 'value - 86400000' : `'null'`
    db.prepare(`UPDATE meta SET value = ${beat} WHERE key = 'talk-beat'`).run()
    db.close()
    const again = await launch()
    const page = await firstWindow(again)
    await begin(page, { childId })
    return { again, page, desk: await signIn(again, page) }
  }

  await test.step('at the next opening who coordinates hears of it, not how the child feels, and the child sees that first', async () => {
    const { again, page, desk } = await waitedLong(first, 'a day')
    // What is new comes by itself, without looking for it.
    await expect(page.getByRole('button', { name: '读给我听：想说的话，有回音了' })).toBeVisible()
    await expect(page.locator('body.big-letters')).toBeVisible()
    expect((await must(page, 'sessions.now'))!.child.settings).toEqual({
      voice: 'slow',
      pinyin: true,
      letters: 'big',
    })
    await expect(page.locator('.got')).toContainText('也告诉陈老师了')
    await expect(desk.locator('.talks')).toContainText('本来是找王老师的')
    await page.screenshot({ path: test.info().outputPath('passed-on.png') })
    await fitsAChild(page, 'passed on')

    const later = await waitedLong(again, 'nobody knows')
    await expect(later.page.locator('.got')).toContainText('不用等，可以打这几个电话')
    await later.page.locator('.helpline button').first().click()
    await expect(later.page.locator('.help-card')).toBeVisible()
    await later.page.keyboard.press('Escape')
    await later.desk.getByRole('button', { name: '我收到了' }).click()
    await expect(later.page.locator('.got')).toContainText('陈老师收到了')
    await expect(later.desk.locator('.talks')).not.toContainText('难过')
    await later.desk.getByRole('button', { name: '我们谈过了' }).click()
    await expect(later.desk.locator('.talks')).toHaveCount(0)
    expect(await call(later.page, 'talks.page')).toMatchObject({ ok: true, value: { wish: null } })
  })
})
