// A child who sees badly, at the smallest panel: bigger letters reach every word, in both languages, and nothing is cut off.
import type { Page } from '@playwright/test'
import { activities } from '#core/learning/activities.ts'
import { asked, layHand } from './bench/exercise-hand.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { sweep } from './sweep.ts'

test.use({ screens: '1024x768' })

/** Sizes of all words on the screen that are not hidden, px, with what they say. */
const sizes = (pupil: Page) =>
  pupil.evaluate(() => {
    const found: { readonly words: string; readonly size: number }[] = []
    const walker = document.createTreeWalker(
      document.querySelector('.child') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const words = node.textContent?.trim()
      if (
        !parent ||
        !words ||
        parent.closest('svg, .quiet, textarea, rt, .look-sample, .art, .keyboard') ||
        !parent.checkVisibility()
      )
        continue
      found.push({ words, size: Number.parseFloat(getComputedStyle(parent).fontSize) })
    }
    return found
  })

/** Words that stick out of the card or button they stand in. */
const sticking = (pupil: Page) =>
  pupil.evaluate(() =>
    [...document.querySelectorAll('.child button, .child .card')].flatMap((box) => {
      const edge = box.getBoundingClientRect()
      if (edge.width < 2 || !box.checkVisibility()) return []
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (
          !parent ||
          !node.textContent?.trim() ||
          parent.closest('.quiet, svg') ||
          !parent.checkVisibility()
        )
          continue
        let clips = false
        for (let up: Element | null = parent; up && up !== box; up = up.parentElement)
          if (getComputedStyle(up).overflow !== 'visible') clips = true
        const range = document.createRange()
        range.selectNodeContents(node)
        const words = range.getBoundingClientRect()
        // What is said for voices alone is as good as invisible.
        if (words.width < 2) continue
        if (
          !clips &&
          (words.right > edge.right + 2 || words.left < edge.left - 2 || words.bottom > edge.bottom + 4)
        )
          return [`${node.textContent} sticks out of ${box.className}`]
      }
      return []
    }),
  )

/** Things to tap that lie over one another, or are cut off by the card they stand in. */
const overlaps = (pupil: Page) =>
  pupil.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.child button:not(.stuck)')].filter(
      (button) => button.checkVisibility({ visibilityProperty: true }) && button.offsetWidth > 1,
    )
    return buttons.flatMap((one, at) => {
      const a = one.getBoundingClientRect()
      const name = one.ariaLabel ?? one.textContent
      const faults = buttons.slice(at + 1).flatMap((other) => {
        const b = other.getBoundingClientRect()
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (wide <= 4 || high <= 4 || one.contains(other) || other.contains(one)) return []
        return [`${name} lies over ${other.ariaLabel ?? other.textContent}`]
      })
      for (let box = one.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue
        const edge = box.getBoundingClientRect()
        if (a.right > edge.right + 2 || a.bottom > edge.bottom + 2) faults.push(`${name} is cut off`)
        break
      }
      return faults
    })
  })

test('bigger letters reach every word of a child’s screens, and all of it fits', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const child = { classLabel: '二(1)班', number: null, birthday: null }
  const { id: childId } = await must(staff, 'children.add', { ...child, name: '欧阳思远' })
  await must(staff, 'staff.add', { name: '李老师', role: 'social-worker', pin: '582913', checkedOn: null })
  await begin(pupil, { childId })
  const { id: page } = await must(pupil, 'diary.begin')
  await must(pupil, 'diary.put', {
    page,
    step: { id: crypto.randomUUID(), kind: 'text', text: '今天我们去看海了。' },
  })
  const settings = await must(staff, 'room.settings')
  const places = [
    ['home'],
    ['family'],
    ['learn'],
    ['learn', 'maths'],
    ['learn', 'passport'],
    ['diary'],
    ['diary-page', page],
    ['me'],
    ['me', 'look'],
    ['me', 'known'],
    ['talk'],
    ['mood'],
    ['goodbye'],
  ] as const
  const faults: string[] = []
  for (const language of ['zh-CN', 'en'] as const) {
    await must(staff, 'room.changeSettings', { ...settings, language })
    await expect(pupil.locator('html')).toHaveAttribute('lang', language === 'en' ? /en/ : /zh/)
    for (const [name, where] of places) {
      await must(pupil, 'me.setSettings', { voice: 'on', pinyin: null, letters: 'normal' })
      await must(pupil, 'sessions.move', { name, ...(where === undefined ? {} : { page: where }) })
      await pupil.reload()
      await expect(pupil.locator('.child main, .child .home, .door, .bye-card').first()).toBeVisible()
      const what = `${language} ${name} ${where ?? ''}`
      await expect.poll(async () => (await sizes(pupil)).length).toBeGreaterThan(2)
      const before = await sizes(pupil)
      await must(pupil, 'me.setSettings', { voice: 'on', pinyin: null, letters: 'big' })
      await expect(pupil.locator('body.big-letters')).toBeVisible()
      const after = await sizes(pupil)
      for (const [at, { words, size }] of after.entries()) {
        const was = before[at]
        if (was?.words === words && was.size <= 34 && size <= was.size)
          faults.push(`${what}: ${words} stays ${size} px`)
      }
      await pupil.screenshot({
        path: test.info().outputPath(`${language}-${name}-${where === page ? '' : (where ?? '')}.png`),
      })
      // What is drawn with signs is a picture.
      const found = (await sweep(pupil)).filter(({ what: node }) => !node.includes('span.glyph'))
      faults.push(...found.map(({ rule, what: node }) => `${what}: ${rule} ${node}`))
      faults.push(...(await sticking(pupil)).map((words) => `${what}: ${words}`))
      await fitsAChild(pupil, what).catch((error: Error) => faults.push(error.message.slice(0, 300)))
    }
  }
  expect(faults).toEqual([])
})

test('bigger letters reach the words of every activity, and all of it fits', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const child = { classLabel: '二(1)班', number: null, birthday: null, name: '林小雨' }
  const { id: childId } = await must(staff, 'children.add', child)
  await begin(pupil, { childId })
  const settings = await must(staff, 'room.settings')
  const faults: string[] = []
  for (const language of ['zh-CN', 'en'] as const) {
    await must(staff, 'room.changeSettings', { ...settings, language })
    await expect(pupil.locator('html')).toHaveAttribute('lang', language === 'en' ? /en/ : /zh/)
    for (const { id } of activities) {
      const what = `${language} ${id}`
      const letters = async (size: 'normal' | 'big') => {
        await must(pupil, 'me.setSettings', { voice: 'on', pinyin: null, letters: size })
        await expect(pupil.locator('body.big-letters')).toHaveCount(size === 'big' ? 1 : 0)
        return sizes(pupil)
      }
      await must(pupil, 'sessions.move', { name: 'activity', page: id })
      await layHand(pupil)
      await asked(pupil)
      const before = await letters('normal')
      const after = await letters('big')
      for (const [at, { words, size }] of after.entries()) {
        const was = before[at]
        if (was?.words === words && was.size <= 34 && size <= was.size)
          faults.push(`${what}: ${words} stays ${size} px`)
      }
      await pupil.screenshot({ path: test.info().outputPath(`${language}-${id}.png`) })
      // A piece that is drawn is as large as the puzzle makes it.
      const found = (await sweep(pupil)).filter(
        ({ rule, what: node }) => rule !== 'small-target' || !node.startsWith('g '),
      )
      faults.push(...found.map(({ rule, what: node }) => `${what}: ${rule} ${node}`))
      faults.push(...(await sticking(pupil)).map((words) => `${what}: ${words}`))
    }
  }
  expect(faults).toEqual([])
})

test('a page that was given, its stickers and the year book have room at the smallest panel', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const child = { classLabel: '二(1)班', number: null, birthday: null, name: '林小雨' }
  const { id: childId } = await must(staff, 'children.add', child)
  const name = '欧阳思远老师'
  await must(staff, 'staff.add', { name, role: 'social-worker', pin: '582913', checkedOn: null })
  await begin(pupil, { childId })
  const { id: page } = await must(pupil, 'diary.begin')
  const text = '今天我们去看海了。'
  await must(pupil, 'diary.put', { page, step: { id: crypto.randomUUID(), kind: 'text', text } })
  const { adults } = await must(pupil, 'shares.receivers', { page })
  const adult = adults.find((one) => one.name === name)
  await must(pupil, 'shares.give', { page, to: { circle: 'adult', id: adult!.id } })
  const settings = await must(staff, 'room.settings')
  const faults: string[] = []
  for (const language of ['zh-CN', 'en'] as const)
    for (const letters of ['normal', 'big'] as const) {
      await must(staff, 'room.changeSettings', { ...settings, language })
      await must(pupil, 'me.setSettings', { voice: 'on', pinyin: null, letters })
      await expect(pupil.locator('body.big-letters')).toHaveCount(letters === 'big' ? 1 : 0)
      const look = async (what: string) => {
        const where = `${language} ${letters} ${what}`
        await pupil.screenshot({ path: test.info().outputPath(`${where}.png`) })
        const found = [...(await overlaps(pupil)), ...(await sticking(pupil))]
        faults.push(...found.map((fault) => `${where}: ${fault}`))
        faults.push(...(await sweep(pupil)).map(({ rule, what: node }) => `${where}: ${rule} ${node}`))
      }
      await must(pupil, 'sessions.move', { name: 'diary-page', page })
      await expect(pupil.locator('.who-sees.is-given')).toBeVisible()
      await look('given')
      await pupil.getByRole('toolbar').getByRole('button').nth(2).click()
      await expect(pupil.locator('.stick-grid button').first()).toBeVisible()
      await look('stickers')
      await pupil.getByRole('toolbar').getByRole('button').first().click()
      await pupil.locator('.who-sees').click()
      await expect(pupil.locator('.share-pick').first()).toBeVisible()
      await look('share')
      await must(pupil, 'sessions.move', { name: 'diary' })
      await pupil.getByRole('button', { name: /我的一年|My year/ }).click()
      await expect(pupil.locator('.book-card').first()).toBeVisible()
      const [day] = await pupil.locator('.book-day b').all()
      const cut = await day!.evaluate((words) => words.scrollWidth > words.clientWidth)
      if (cut) faults.push(`${language} ${letters}: a day of the year book is cut`)
      await look('book')
    }
  expect(faults).toEqual([])
})
