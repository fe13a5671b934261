import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'

test('500 children are one page of 24 tiles, and letters find a name', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗')
  const lines = Array.from({ length: 500 }, (_, index) => {
    const name = `${surnames[index % 20]}${'一二三四五六七八九十'[Math.floor(index / 20) % 10]}${'春夏秋'[index % 3]}`
    return `${name},${'一二三四五六'[index % 6]}(${1 + (Math.floor(index / 6) % 3)})班,${index}`
  })
  const token = await staff.evaluate(
    async (csv) => {
      const file = new TextEncoder().encode(csv)
      const preview = await window.house.call('children.previewImport', { file })
      return preview.ok ? (preview.value as { token: string }).token : preview.error.code
    },
    ['姓名,班级,学号', ...lines].join('\n'),
  )
  await must(staff, 'children.applyImport', { token })
  await expect(pupil.locator('.tile')).toHaveCount(24)
  await fitsAChild(pupil, '500 children')
  await pupil.getByRole('button', { name: '后一页' }).click()
  await expect(pupil.locator('.tile')).toHaveCount(24)
  await pupil.locator('.letters:visible').getByRole('button', { name: 'Z', exact: true }).click()
  await expect(pupil.locator('.tile').first()).toHaveAccessibleName(/^[张赵周朱]/)
  await pupil.getByRole('button', { name: '二年级' }).click()
  await pupil.getByRole('button', { name: '二(2)班' }).click()
  await expect(pupil.locator('.tile').first()).toBeVisible()
  await fitsAChild(pupil, 'one class of 500')
})
