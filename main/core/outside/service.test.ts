import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '#core/backup/test-rooms.ts'
import { readMeta, writeMeta } from '#core/db/meta.ts'
import { openHouseIn, value } from '#core/house/house-on-disk.fixture.ts'
import { listsIn } from './found.ts'

it('a trial that a power cut ended leaves no readable room behind after the next start', async () => {
  const folder = temporaryFolder()
  const left = join(folder, '.restore-trial')
  mkdirSync(left)
  writeFileSync(join(left, 'room.sqlite'), 'the room of then')
  const house = openHouseIn(folder)
  expect(existsSync(left)).toBe(false)
  await house.close()
})

it('writes one by itself a day after the last, on a stick that has ours, and on no other; the lamp knows of it', async () => {
  const [mine, stranger] = [temporaryFolder(), temporaryFolder()]
  let plugged = [stranger, mine]
  const sticks = async () => plugged.map((folder) => ({ folder, name: folder === mine ? 'OURS' : 'OTHER' }))
  const house = openHouseIn(temporaryFolder(), { sticks })
  onTestFinished(() => house.close())
  const { outside, ground, files } = house
  /** As if so many hours had gone by: the clock itself would not be believed after a leap. */
  const later = (hours: number): void => {
    const kept = JSON.parse(readMeta(ground.db, 'backups-outside') ?? '') as { made: { at: number }[] }
    for (const made of kept.made) made.at -= hours * 3_600_000
    writeMeta(ground.db, 'backups-outside', JSON.stringify(kept))
  }
  const written = () => readdirSync(mine).flatMap((name) => listsIn(join(mine, name))).length

  await outside.makeWhenDue()
  expect(written()).toBe(0)
  value(await outside.confirmKey(outside.makeKey(false).map(({ lines }) => lines)))
  // A key alone is nobody's word for a stick.
  await outside.makeWhenDue()
  expect(written()).toBe(0)
  const place = (await files.places()).find(({ name }) => name === 'OURS')
  value(await outside.make(place?.id ?? ''))
  expect(written()).toBe(1)
  await outside.makeWhenDue()
  later(19)
  await outside.makeWhenDue()
  expect(written()).toBe(1)
  later(2)
  expect(ground.clock.trusted()).toBe(true)
  await Promise.all([outside.makeWhenDue(), outside.makeWhenDue()])
  expect(written()).toBe(2)
  expect(readdirSync(stranger)).toEqual([])
  expect(outside.look().made.map(({ number, place: name }) => [number, name])).toEqual([[2, 'OURS'], [1, 'OURS']]) // prettier-ignore

  later(30)
  plugged = [stranger]
  await outside.makeWhenDue()
  expect([written(), readdirSync(stranger)]).toEqual([2, []])
})
