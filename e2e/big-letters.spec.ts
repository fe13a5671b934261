// A child who sees badly, at the smallest panel: bigger letters reach every word, in both languages, and nothing is cut off.
import type { Page } from '@playwright/test'
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
        parent.closest('svg, .quiet, textarea, rt, .look-sample, .art') ||
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
