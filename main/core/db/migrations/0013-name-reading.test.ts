import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0013 leaves the children as they were, each read by the dictionary', () => {
  const raw = databaseAt(12)
  raw.exec(`INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
    VALUES ('k', '洗小明', 'xǐ xiǎomíng', 'X', 'X', '小明', 'owl', 'plum', 1)`)
  migrateTo(raw, 13)
  const rows = raw.prepare('SELECT name, pinyin, reading FROM child').all()
  expect(rows).toEqual([{ name: '洗小明', pinyin: 'xǐ xiǎomíng', reading: null }])
})
