import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#core/backup/test-rooms.ts'
import { openHouseIn } from '#core/house/house-on-disk.fixture.ts'

it('a trial that a power cut ended leaves no readable room behind after the next start', async () => {
  const folder = temporaryFolder()
  const left = join(folder, '.restore-trial')
  mkdirSync(left)
  writeFileSync(join(left, 'room.sqlite'), 'the room of then')
  const house = openHouseIn(folder)
  expect(existsSync(left)).toBe(false)
  await house.close()
})
