// A seat without any voice: no speaker that says nothing, and words to read where the pictures are not enough.
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { test as base } from './own-home.ts'

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
})
