// A child's whole day: from the face on the tile to “goodbye”, and back to the same page after a crash or a power cut.
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import type { SumQuestion } from '#contract/sums.ts'
import { expect, test } from './fixture.ts'
import { call, must, openRoom, signIn } from './open-room.ts'

const pictures = ['fish', 'moon', 'key'] as const

/** A room with two children; 林小雨 has a picture password. */
async function roomWithChildren(app: ElectronApplication): Promise<{ pupil: Page; staff: Page }> {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const child = { classLabel: '二(1)班', number: null, birthday: null }
  const { id } = await must(staff, 'children.add', { ...child, name: '林小雨' })
  await must(staff, 'children.add', { ...child, name: '陈思远' })
  await must(staff, 'children.setPictures', { id, pictures: [...pictures] })
  return { pupil, staff }
}

async function arrive(pupil: Page, name = '陈思远'): Promise<void> {
  await pupil.getByRole('button', { name, exact: true }).click()
  await expect(pupil.locator('.door')).toHaveCount(4)
}

/** The answer of a sum, for the pad: exact for whole numbers, and for decimals as far as two places go. */
function answerOf({ terms, operators, over }: SumQuestion): string {
  const values = terms.map((term) =>
    term.kind === 'number' ? term.units / 10 ** term.places : term.numerator,
  )
  const open = [...operators]
  while (open.length > 0) {
    const strong = open.findIndex((operator) => operator === 'multiply' || operator === 'divide')
    const at = Math.max(0, strong)
    const [left, right] = [values[at]!, values[at + 1]!]
    const done = { add: left + right, subtract: left - right, multiply: left * right, divide: left / right }
    values.splice(at, 2, done[open[at]!])
    open.splice(at, 1)
  }
  return over === null ? `${Math.round(values[0]! * 100) / 100}` : `${values[0]}`
}

/** Nothing scrolls, nothing is smaller than a child's finger or eye, and axe finds nothing serious. */
async function fitsAChild(page: Page, where: string): Promise<void> {
  const faults = await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function travels to the page
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const root = document.documentElement
    const scroll =
      root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ['the page scrolls'] : []
    const small = [...document.querySelectorAll('button')].filter(seen).flatMap((button) => {
      // As it lies, not as it is pressed: an animation must not decide.
      const [width, height] = [button.offsetWidth, button.offsetHeight]
      const box = button.getBoundingClientRect()
      const out = box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1
      return width < 63 || height < 63 || out
        ? [`${button.ariaLabel ?? button.textContent}: ${width} x ${height}`]
        : []
    })
    const tiny = [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('svg, .quiet') && seen(element))
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 20)
      .map((element) => `under 20 px: ${element.textContent}`)
    return [...scroll, ...small, ...tiny]
  })
  expect(faults, where).toEqual([])
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([])
}

async function draw(pupil: Page): Promise<void> {
  const box = (await pupil.locator('canvas').boundingBox())!
  await pupil.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await pupil.mouse.down()
  await pupil.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 15 })
  await pupil.mouse.up()
}

/** How many pixels of the drawing hold paint. */
const painted = (pupil: Page) =>
  pupil.evaluate(() => {
    const canvas = document.querySelector('canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count++
    return count
  })

for (const screens of ['1366x768', '1024x768']) {
  test.describe(`at ${screens}`, () => {
    test.use({ screens })

    test('a child sits down, learns, writes the diary and says goodbye', async ({ app }) => {
      test.setTimeout(120_000)
      const { pupil } = await roomWithChildren(app)

      await expect(pupil.locator('.tile')).toHaveCount(2)
      await fitsAChild(pupil, 'who')
      await pupil.getByRole('button', { name: '叫老师' }).click()
      await expect(pupil.getByText('老师，请来一下')).toBeVisible()
      await fitsAChild(pupil, 'raised hand')
      await pupil.locator('.raised-page').click()
      await expect(pupil.locator('.raised')).toHaveCount(0)

      // Three pictures: wrong tilts and clears, right opens the house.
      await pupil.getByRole('button', { name: '林小雨', exact: true }).click()
      await expect(pupil.getByRole('heading', { name: '小雨，点你的三张图' })).toBeVisible()
      await fitsAChild(pupil, 'pictures')
      for (const name of ['苹果', '苹果', '苹果'])
        await pupil.getByRole('button', { name, exact: true }).click()
      await expect(pupil.getByText('再想一想，不着急')).toBeVisible()
      await expect(pupil.locator('.slots .full')).toHaveCount(0)
      for (const name of ['鱼', '月亮', '钥匙'])
        await pupil.getByRole('button', { name, exact: true }).click()

      await expect(pupil.locator('.door')).toHaveCount(4)
      await expect(pupil.locator('.home-who')).toContainText('林小雨')
      await expect(pupil.locator('.sky-land')).toHaveAccessibleName(/这次还有 \d+ 分钟/)
      await fitsAChild(pupil, 'home')

      for (const [door, heading] of [
        ['打电话', '打电话'],
        ['我', '我'],
      ] as const) {
        await pupil.getByRole('button', { name: door, exact: true }).click()
        await expect(pupil.getByRole('heading', { name: heading, exact: true })).toBeVisible()
        await fitsAChild(pupil, door)
        await pupil.locator('.to-home').click()
        await expect(pupil.locator('.door')).toHaveCount(4)
      }

      await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
      await expect(pupil.locator('.act')).toBeVisible()
      await fitsAChild(pupil, 'learn')
      await pupil.locator('.act').click()
      await expect(pupil.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
      await pupil.getByRole('button', { name: '帮帮我' }).click()
      await fitsAChild(pupil, 'sums')
      const round = await must(pupil, 'sums.round')
      for (const [index, question] of round.questions.entries()) {
        await expect(pupil.locator('.beads')).toHaveAccessibleName(`第 ${index + 1} 题，一共 10 题`)
        await expect(pupil.locator('.answer')).toHaveText('')
        await pupil.keyboard.type(answerOf(question))
        await pupil.keyboard.press('Enter')
      }
      await expect(pupil.getByRole('button', { name: '再来一组' })).toBeVisible()
      await fitsAChild(pupil, 'end of a round')
      await pupil.getByRole('button', { name: '回到四扇门' }).click()

      await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
      await expect(pupil.getByText('这里还空着')).toBeVisible()
      await fitsAChild(pupil, 'empty diary')
      await pupil.getByRole('button', { name: '写新的一页' }).click()
      await expect(pupil.locator('canvas')).toBeVisible()
      await draw(pupil)
      const inked = await painted(pupil)
      expect(inked).toBeGreaterThan(100)
      await pupil.getByRole('button', { name: '后悔' }).click()
      await expect.poll(() => painted(pupil)).toBe(0)
      await pupil.getByRole('button', { name: '又要' }).click()
      await expect.poll(() => painted(pupil)).toBeGreaterThan(inked * 0.9)
      await pupil.locator('textarea').fill('今天我挖了红薯。')
      await expect(pupil.locator('.saved')).toContainText('存好了')
      await fitsAChild(pupil, 'diary page')
      await pupil.getByRole('button', { name: '写好了' }).click()
      await expect(pupil.locator('.page-card')).toContainText('今天我挖了红薯。')
      await expect(pupil.locator('.page-card img')).toBeVisible()
      await fitsAChild(pupil, 'diary')

      await pupil.getByRole('button', { name: '回到四扇门' }).click()
      await pupil.getByRole('button', { name: '离开' }).click()
      await expect(pupil.getByRole('heading', { name: /小雨，下次见/ })).toBeVisible()
      await expect(pupil.getByText('日记存好了')).toBeVisible()
      await expect(pupil.getByText('算了 10 道题')).toBeVisible()
      await fitsAChild(pupil, 'goodbye')
      await pupil.getByRole('button', { name: '我还没好' }).click()
      await expect(pupil.locator('.door')).toHaveCount(4)
      await pupil.getByRole('button', { name: '离开' }).click()
      await pupil.getByRole('button', { name: '再见' }).click()
      await expect(pupil.locator('.tile')).toHaveCount(2)
    })
  })
}

test('a window that starts anew is at the same sum and the same page, nothing lost', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.act').click()
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
  const [first] = (await must(pupil, 'sums.round')).questions
  await pupil.keyboard.type(answerOf(first!))
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 2 题，一共 10 题')
  await pupil.reload()
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 2 题，一共 10 题')

  await pupil.getByRole('button', { name: '回到四扇门' }).click()
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  await draw(pupil)
  await pupil.locator('textarea').pressSequentially('我家有一只小狗')
  await expect(pupil.locator('.saved')).toContainText('存好了')
  await pupil.reload()
  await expect(pupil.locator('textarea')).toHaveValue('我家有一只小狗')
  await expect.poll(() => painted(pupil)).toBeGreaterThan(100)
})

test('a stroke is kept while it grows, before the finger is lifted', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  const box = (await pupil.locator('canvas').boundingBox())!
  await pupil.mouse.move(box.x + 60, box.y + 60)
  await pupil.mouse.down()
  await pupil.mouse.move(box.x + 200, box.y + 200, { steps: 10 })
  const place = (await must(pupil, 'sessions.now'))!.place
  await expect
    .poll(async () => (await must(pupil, 'diary.open', { page: place.page! })).strokes[0]?.points.length ?? 0)
    .toBeGreaterThan(9)
  await pupil.mouse.up()
})

test('after a power cut the seat asks whether it is the same child, and goes on there', async ({
  launch,
}) => {
  const before = await launch()
  const { pupil } = await roomWithChildren(before)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.act').click()
  await expect(pupil.locator('.beads')).toBeVisible()
  const gone = new Promise((resolve) => before.process().once('exit', resolve))
  before.process().kill('SIGKILL')
  await gone

  const after = await launch()
  const again = await after.firstWindow()
  await again.getByRole('button', { name: '是我，接着来' }).click()
  await expect(again.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
})

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

test('a tick of the clock redraws the sky and nothing else', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        seen.push(element?.closest('.sky-land') ? 'sky' : (element?.outerHTML.slice(0, 80) ?? '?'))
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  const seen = () => pupil.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)])
  await expect.poll(seen, { timeout: 30_000 }).toContain('sky')
  expect(await seen()).toEqual(['sky'])
})

test('keys alone lead from the tile to a door and back', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  const tile = pupil.getByRole('button', { name: '陈思远', exact: true })
  await expect(tile).toBeVisible()
  await tile.focus()
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.door')).toHaveCount(4)
  await pupil.getByRole('button', { name: '打电话', exact: true }).focus()
  await pupil.keyboard.press('ArrowRight')
  await expect(pupil.locator(':focus')).toHaveAccessibleName(/边玩边学/)
  await pupil.getByRole('button', { name: '我的日记', exact: true }).focus()
  await pupil.keyboard.press('Enter')
  await expect(pupil.getByRole('button', { name: '写新的一页' })).toBeVisible()
  await pupil.getByRole('button', { name: '回到四扇门' }).focus()
  await pupil.keyboard.press('Space')
  await expect(pupil.locator('.door')).toHaveCount(4)
})

test('a teacher’s pause closes three doors, never the telephone, and ends as it began', async ({ app }) => {
  const { pupil, staff } = await roomWithChildren(app)
  await arrive(pupil)
  await must(staff, 'sessions.pause', { paused: true })
  await expect(pupil.locator('.door[aria-disabled=true]')).toHaveCount(3)
  await expect(pupil.getByRole('button', { name: '打电话', exact: true })).not.toHaveAttribute(
    'aria-disabled',
  )
  await must(staff, 'sessions.pause', { paused: false })
  await expect(pupil.locator('.door[aria-disabled=true]')).toHaveCount(0)
})

test('when staff end a turn kindly, a sum stays until the child is ready', async ({ app }) => {
  const { pupil, staff } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.act').click()
  await expect(pupil.locator('.beads')).toBeVisible()
  await must(staff, 'sessions.endKindly')
  await expect(pupil.locator('.word-from-swallow')).toContainText('时间到啦')
  await expect(pupil.locator('.beads')).toBeVisible()
  await fitsAChild(pupil, 'the time is over')
  await pupil.getByRole('button', { name: '好了', exact: true }).first().click()
  await pupil.getByRole('button', { name: '再见' }).click()
  await expect(pupil.locator('.tile')).toHaveCount(2)
  expect(await call(pupil, 'sessions.now')).toEqual({ ok: true, value: null })
})
