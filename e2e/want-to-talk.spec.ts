import { expect, test } from './fixture.ts'
import { call, coordinator, must, openRoom, signIn, sitDown } from './open-room.ts'

const socialWorker = { name: '李老师', role: 'social-worker', pin: '582913', checkedOn: null } as const

test('a child tells one adult how it feels, sees that it was received, and nobody else does', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await must(staff, 'staff.add', socialWorker)
  await sitDown(staff, pupil)
  await pupil.getByRole('button', { name: '我', exact: true }).click()
  await pupil.getByRole('button', { name: '想说说话', exact: true }).click()
  const card = pupil.locator('.tell-card')

  await test.step('a feeling is a tap, and may be left out', async () => {
    await expect(pupil.getByRole('heading', { name: '心里怎么样？' })).toBeVisible()
    await expect(pupil.locator('.feel')).toHaveCount(7)
    const sizes = await pupil
      .locator('.feel')
      .evaluateAll((feels) => feels.map((feel) => Math.round(feel.getBoundingClientRect().width)))
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    await expect(card.locator('.helpline')).toContainText('12355')
    await expect(card.locator('.helpline')).toContainText('12345')
    await pupil.getByRole('button', { name: '不想说' }).click()
    await expect(pupil.locator('.me-main')).toBeVisible()
    await pupil.getByRole('button', { name: '想说说话', exact: true }).click()
    await pupil.getByRole('button', { name: '难过', exact: true }).click()
    await expect(pupil.getByRole('button', { name: '难过', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  await test.step('the social worker is chosen; the coordinator hears nothing', async () => {
    await pupil.getByRole('button', { name: '李老师 社工' }).click()
    await expect(card.getByText('已经告诉李老师了')).toBeVisible()
    await expect(card.locator('.helpline')).toContainText('12355')
    expect(await must(staff, 'talks.mine')).toEqual([])
    await expect(staff.getByText('想找您说说')).toHaveCount(0)
    const people = await must(staff, 'staff.people')
    expect(await must(staff, 'talks.marks')).toEqual([people.find(({ name }) => name === '李老师')!.id])
  })

  await test.step('the social worker signs in, receives it, and sees how the child feels', async () => {
    await must(staff, 'staff.signOut')
    await expect(staff.locator('.door-people li', { hasText: '李老师' })).toContainText('有给您的话')
    await expect(staff.locator('.door-people li', { hasText: coordinator.name })).not.toContainText(
      '有给您的话',
    )
    await staff.locator('.door-people li', { hasText: '李老师' }).getByRole('button').click()
    await staff.keyboard.type(socialWorker.pin)
    await staff.keyboard.press('Enter')
    const panel = staff.locator('.talks')
    await expect(panel).toContainText('林小雨')
    await expect(panel).not.toContainText('难过')
    await panel.getByRole('button', { name: '我收到了' }).click()
    await expect(panel).toContainText('难过')
    await expect(card.getByText('李老师收到了')).toBeVisible()
    await expect(card.getByRole('button', { name: '不用了' })).toHaveCount(0)
    await staff.screenshot({ path: test.info().outputPath('received.png') })
    await pupil.screenshot({ path: test.info().outputPath('child-received.png') })
  })

  await test.step('they have talked', async () => {
    await staff.getByRole('button', { name: '我们谈过了' }).click()
    await expect(staff.locator('.talks')).toHaveCount(0)
    await expect(card.getByText('只有你选的大人知道')).toBeVisible()
    await pupil.getByRole('button', { name: '好了' }).click()
    await expect(pupil.locator('.me-main')).toBeVisible()
  })
})

test('a wish may be taken back, and a teacher’s pause does not stand in its way', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await sitDown(staff, pupil)
  await must(pupil, 'sessions.move', { name: 'talk' })
  await must(staff, 'sessions.pause', { paused: true })
  await pupil.getByRole('button', { name: `${coordinator.name} 协调员` }).click()
  await expect(staff.locator('.talks')).toContainText('林小雨')
  await expect(pupil.locator('dialog.paused')).toHaveCount(0)
  await pupil.getByRole('button', { name: '不用了' }).click()
  await expect(staff.locator('.talks')).toHaveCount(0)
  await must(staff, 'sessions.pause', { paused: false })

  await test.step('with the time over it waits for the child, and leads to goodbye', async () => {
    await must(staff, 'sessions.endKindly')
    await expect(pupil.locator('.word-from-swallow')).toBeVisible()
    await expect(pupil.locator('.moods')).toBeVisible()
    await pupil.getByRole('button', { name: '不想说' }).click()
    await expect(pupil.locator('.bye-card')).toBeVisible()
  })

  await test.step('nobody but the adult who was chosen may open anything', async () => {
    const nothing = '01932f00-0000-7000-8000-000000000000'
    expect(await call(staff, 'talks.open', { childId: nothing, id: nothing })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})
