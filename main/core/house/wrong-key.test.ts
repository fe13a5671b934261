import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrong-key-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const writer = (childId: string) => ({ childId, sessionId: 's' })

function pageOf({ diary }: House, childId: string, text: string): string {
  const page = value(diary.begin(childId)).id
  value(diary.put(writer(childId), page, { id: newId(), kind: 'text', text }))
  diary.settle()
  return page
}
const says = ({ diary }: House, childId: string, page: string) => {
  const opened = diary.open(childId, page)
  return opened.ok ? opened.value.sheets[0]?.text : opened.error.code
}
function inDatabase<T>(work: (raw: BetterSqlite3.Database) => T): T {
  const raw = new BetterSqlite3(roomFiles(folder).database)
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}

const dataOf = (page: string) =>
  inDatabase((raw) => raw.prepare<[string], { id: string; data: string }>('SELECT id, data FROM diary_step WHERE page_id = ?').get(page)!) // prettier-ignore
const put = (id: string, data: string) =>
  inDatabase((raw) => raw.prepare('UPDATE diary_step SET data = ? WHERE id = ?').run(data, id))

it('shuts the one page of which a record was changed or comes from another, keeps the rest open, and loses nothing', async () => {
  let house = openHouseIn(folder)
  const [one, other] = [pageOf(house, 'a', '第一页'), pageOf(house, 'a', '第二页')]
  await house.close()
  const [mine, others] = [dataOf(one), dataOf(other)]
  // One letter of the middle is another one.
  const flipped = mine.data.replace(/.(?=.{12}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
  for (const wrong of [flipped, others.data, '', 'no seal at all']) {
    put(mine.id, wrong)
    house = openHouseIn(folder)
    expect(says(house, 'a', one)).toBe('diary-closed')
    expect(says(house, 'a', other)).toBe('第二页')
    expect(value(house.diary.pages('a', { limit: 5 })).pages.map(({ id }) => id)).toContain(one)
    await house.close()
    // It stands as it was found: nothing was written over it.
    expect(dataOf(one)).toEqual({ id: mine.id, data: wrong })
  }
  put(mine.id, mine.data)
  house = openHouseIn(folder)
  expect(says(house, 'a', one)).toBe('第一页')
  await house.close()
})

it('shuts the pages of the one child whose key is another’s or damaged, and opens them when it is back', async () => {
  let house = openHouseIn(folder)
  const [mine, hers] = [pageOf(house, 'a', '我的'), pageOf(house, 'b', '她的')]
  await house.close()
  const { childKeys } = roomFiles(folder)
  const fileOf = (child: string) =>
    readdirSync(childKeys)
      .map((name) => join(childKeys, name))
      .find((path) => readFileSync(path, 'utf8').includes(`"childId":"${child}"`))!
  const [key, another] = [fileOf('a'), fileOf('b')]
  copyFileSync(key, join(folder, 'aside'))
  for (const spoil of [
    () => copyFileSync(another, key),
    () => writeFileSync(key, readFileSync(join(folder, 'aside')).subarray(0, 90)),
    () => rmSync(key),
  ]) {
    spoil()
    house = openHouseIn(folder)
    expect(says(house, 'a', mine)).toBe('diary-closed')
    expect(says(house, 'b', hers)).toBe('她的')
    // The child writes on, with a key of its own.
    expect(says(house, 'a', pageOf(house, 'a', '新的'))).toBe('新的')
    await house.close()
  }
  copyFileSync(join(folder, 'aside'), key)
  house = openHouseIn(folder)
  expect(says(house, 'a', mine)).toBe('我的')
  expect(value(house.diary.pages('a', { limit: 9 })).pages.filter(({ isClosed }) => isClosed)).toEqual([])
  await house.close()
})
