// A seat without any voice: no speaker that says nothing, and words to read where the pictures are not enough.
import type { Page } from '@playwright/test'
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { test as base } from './own-home.ts'
import { answerOf, sumNow } from './sum-answer.ts'

/** A seat whose voice fails, as one without a voice does. */
const test = base.extend<{ silence: null }>({
  silence: [
    async ({ userData }, use) => {
      const before = process.env['PATH'] ?? ''
      for (const program of ['espeak-ng', 'espeak']) {
        writeFileSync(join(userData, program), '#!/bin/sh\nexit 1\n')
        chmodSync(join(userData, program), 0o755)
      }
      process.env['PATH'] = `${userData}${delimiter}${before}`
      await use(null)
      process.env['PATH'] = before
    },
    { auto: true },
  ],
})

test('without a voice a child sees what would be read, and no speaker', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'patterns' })
  await expect(pupil.locator('.choice-card')).toHaveCount(4)
  await expect(pupil.locator('.title-line .round')).toHaveCount(2)
  await expect(pupil.locator('.speak')).toHaveCount(0)
  const caption = pupil.locator('.title-caption')
  await pupil.locator('.title-line .round').last().click()
  await expect(caption.locator('.lit').first()).toBeVisible()
  await fitsAChild(pupil, 'what would be read')
  await expect(caption).toHaveCount(0)

  // What comes to stand under a sum is told unasked: here it lights up as it would be said.
  await must(pupil, 'sessions.move', { name: 'activity', page: 'sums' })
  await expect(pupil.locator('.sums-ask')).toBeVisible()
  const told = await litIn(pupil, '.says')
  await pupil.keyboard.type(`1${answerOf(await sumNow(pupil))}`)
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.says')).not.toBeEmpty()
  await expect.poll(told).toBe(true)

  // Nor is there room for the rule of a sudoku but where its hints stand.
  await must(pupil, 'sessions.move', { name: 'activity', page: 'sudoku' })
  await expect(pupil.locator('.sudoku')).toBeVisible()
  const rule = await litIn(pupil, '.says')
  await pupil.locator('.title-line .round').last().click()
  await fitsAChild(pupil, 'the rule of a sudoku')
  await expect.poll(rule).toBe(true)
})

/** Looks from now on whether anything there lights up, however short; answers how to ask. */
async function litIn(pupil: Page, place: string): Promise<() => Promise<boolean>> {
  await pupil.evaluate((where) => {
    const seen = { lit: false }
    Object.assign(window, { seen })
    new MutationObserver(() => {
      seen.lit ||= document.querySelector(`${where} .lit`) !== null
    }).observe(document.body, { childList: true, subtree: true, attributes: true })
  }, place)
  return () => pupil.evaluate(() => (window as unknown as { seen: { lit: boolean } }).seen.lit)
}
