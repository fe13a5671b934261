import { expect, type Page } from '@playwright/test'
import type { Place } from '#contract/sessions.ts'
import { must } from './open-room.ts'

/** What a child was shown to be kept, and when (`performance.now()` of the test) the rest was done. */
export interface Deeds {
  /** Answers that the page showed as right or wrong. */
  answers: number
  /** Characters typed into the words of the page, each with its time. */
  readonly typed: { readonly text: string; readonly at: number }[]
  /** Points that the pointer was moved to on the paper, stroke by stroke, each with its time. */
  readonly strokes: number[][]
  /** The latest place that main has taken; with a door just tapped, also the one behind it. */
  places: Place[]
}

export const noDeeds = (): Deeds => ({ answers: 0, typed: [], strokes: [], places: [] })

const door = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true })

async function noted(page: Page, deeds: Deeds): Promise<void> {
  const now = await must(page, 'sessions.now')
  if (now) deeds.places = [now.place]
}

async function home(page: Page, deeds: Deeds): Promise<void> {
  deeds.places.push({ name: 'home' })
  await must(page, 'sessions.move', { name: 'home' })
  await expect(door(page, '我的日记')).toBeVisible()
}

/** Answers sums with the keys of the keyboard, right ones by chance, for ever. */
export async function doSums(page: Page, deeds: Deeds): Promise<never> {
  deeds.places.push({ name: 'activity', page: 'sums' })
  await must(page, 'sessions.move', { name: 'activity', page: 'sums' })
  const answer = page.locator('output.answer')
  for (;;) {
    const again = page.locator('.round-end .go')
    await expect(answer.or(again).first()).toBeVisible()
    await noted(page, deeds)
    if (await again.isVisible()) {
      await again.click()
      continue
    }
    await page.keyboard.press(`${Math.floor(Math.random() * 10)}`)
    await page.keyboard.press('Enter')
    await expect(answer).toHaveClass(/wrong|right/)
    deeds.answers += 1
    // The second wrong answer is shown, and stays until the child goes on.
    const next = page.locator('.sums .go')
    if (await next.isVisible()) await next.click()
    await expect(answer.and(page.locator('.asking, .wrong')).or(again).first()).toBeVisible()
  }
}

/** Opens a fresh page of the diary; answers its id. */
export async function freshPage(page: Page, deeds: Deeds): Promise<string> {
  const { id } = await must(page, 'diary.begin')
  await must(page, 'sessions.move', { name: 'diary-page', page: id })
  deeds.places = [{ name: 'diary-page', page: id }]
  await expect(page.locator('.board-box canvas[role="img"]')).toBeVisible()
  return id
}

/** Draws one long stroke, for ever. */
export async function draw(page: Page, deeds: Deeds): Promise<never> {
  const box = await page.locator('.board-box canvas[role="img"]').boundingBox()
  if (!box) throw new Error('There is no paper')
  const at = (step: number) => ({
    x: box.x + box.width * (0.5 + 0.4 * Math.cos(step / 5)),
    y: box.y + box.height * (0.5 + 0.4 * Math.sin(step / 7)),
  })
  const stroke: number[] = []
  deeds.strokes.push(stroke)
  await page.mouse.move(at(0).x, at(0).y)
  await page.mouse.down()
  for (let step = 1; ; step++) {
    await page.mouse.move(at(step).x, at(step).y)
    stroke.push(performance.now())
  }
}

/** Types, for ever. */
export async function type(page: Page, deeds: Deeds): Promise<never> {
  const words = page.locator('.words textarea')
  await words.focus()
  let text = await words.inputValue()
  for (;;) {
    const letter = String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 0x5000))
    await page.keyboard.insertText(letter)
    text += letter
    deeds.typed.push({ text, at: performance.now() })
  }
}

const doors = [
  ['我的日记', 'diary'],
  ['边玩边学', 'learn'],
  ['打电话', 'family'],
  ['我', 'me'],
] as const

/** Goes from page to page, for ever. */
export async function wander(page: Page, deeds: Deeds): Promise<never> {
  for (;;) {
    for (const [label, name] of doors) {
      await home(page, deeds)
      await noted(page, deeds)
      deeds.places.push({ name })
      await door(page, label).click()
      await expect(door(page, label)).toBeHidden()
      await noted(page, deeds)
    }
  }
}
