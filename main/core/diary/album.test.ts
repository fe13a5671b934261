import { expect, it } from 'vitest'
import type { Mood } from '#contract/feelings.ts'
import type { Given } from '#contract/shares.ts'
import { testGround } from '../db/test-ground.ts'
import { newId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createUsageService } from '../usage/service.ts'
import { createAlbumService } from './album.ts'
import { noPageMedia } from './media.ts'
import { createDiaryService } from './service.ts'

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

function albumAt(ground = testGround()) {
  const { keys } = keysAt(ground)
  const usage = createUsageService(ground)
  const diary = createDiaryService(ground, {
    usage,
    keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => `/media/${hash}`,
    pageMedia: noPageMedia,
  })
  const given = new Map<string, Given>()
  const shares = { givenOf: () => given }
  const album = createAlbumService(ground, { keys, usage, diary, shares, mediaAddress: (hash) => hash })
  /** A page with words on a day, 10:00 in China. */
  const write = (day: string, text: string, mood?: Mood): string => {
    ground.clock.setWall(Date.parse(`${day}T02:00:00Z`))
    const { id } = value(diary.begin('a'))
    const writer = { childId: 'a', sessionId: 's' }
    value(diary.put(writer, id, { id: newId(), kind: 'text', text }))
    const at = { x: 500, y: 500, size: 200, turn: 0 }
    if (mood)
      value(
        diary.put(writer, id, {
          id: newId(),
          kind: 'item',
          sheet: 0,
          item: newId(),
          thing: { kind: 'mood', mood },
          at,
        }),
      )
    return id
  }
  return { ground, diary, album, given, write }
}

it('turns by month, newest first, with what is given and what is liked', () => {
  const { album, write, given } = albumAt()
  const [one, two, three] = [
    write('2025-11-12', '大黄'),
    write('2026-10-03', '秋天'),
    write('2026-10-05', '桥'),
  ]
  given.set(two, { to: { circle: 'basket' }, way: null, seen: false })
  value(album.like('a', three, true))
  expect(album.months('a')).toEqual({
    months: [
      { month: '2026-10', pages: 2 },
      { month: '2025-11', pages: 1 },
    ],
    undated: 0,
    now: '2026-10',
  })
  const october = album.pages('a', { shelf: '2026-10', screen: 0, limit: 6 })
  expect(
    october.pages.map(({ id, opening, liked, given: to }) => [id, opening, liked, to?.to.circle]),
  ).toEqual([
    [three, '桥', true, undefined],
    [two, '秋天', false, 'basket'],
  ])
  expect(album.pages('a', { shelf: '2025', screen: 0, limit: 6 }).pages.map(({ id }) => id)).toEqual([one])
  expect(album.pages('b', { shelf: '2026-10', screen: 0, limit: 6 })).toEqual({ pages: [], total: 0 })
})

it('keeps a star sealed, takes it off again, and finds it on any screen', () => {
  const { ground, album, write } = albumAt()
  const ids = Array.from({ length: 8 }, (_, at) => write(`2026-09-0${at + 1}`, `第${at}页`))
  for (const id of ids) value(album.like('a', id, true))
  value(album.like('a', ids[3]!, false))
  const screens = [0, 1, 2].map((screen) => album.pages('a', { shelf: 'liked', screen, limit: 3 }))
  expect(screens.map(({ total }) => total)).toEqual([7, 7, 7])
  expect(screens.flatMap(({ pages }) => pages.map(({ id }) => id))).toEqual(
    ids.toReversed().filter((id) => id !== ids[3]),
  )
  const rows = ground.db.all<{ star: string }>('SELECT star FROM diary_page')
  expect(rows.every(({ star }) => star.startsWith('hh1.'))).toBe(true)
  // On and off are as long as each other.
  expect(new Set(rows.map(({ star }) => star.length)).size).toBe(1)
  // Moved to another page it shines there no more.
  ground.db.run('UPDATE diary_page SET star = (SELECT star FROM diary_page WHERE id = ?) WHERE id = ?', [
    ids[0]!,
    ids[3]!,
  ])
  expect(album.pages('a', { shelf: 'liked', screen: 0, limit: 9 }).total).toBe(7)
  expect(album.like('b', ids[0]!, true)).toMatchObject({ error: { code: 'not-found' } })
})

it('keeps pages whose day is not known on a shelf of their own', () => {
  const { ground, album, write } = albumAt()
  write('2026-09-01', '知道的一天')
  ground.clock.trusted = () => false
  const lost = write('2026-09-02', '不知道哪一天')
  expect(album.months('a')).toEqual({ months: [{ month: '2026-09', pages: 1 }], undated: 1, now: null })
  expect(album.pages('a', { shelf: 'undated', screen: 0, limit: 6 }).pages.map(({ id }) => id)).toEqual([
    lost,
  ])
  expect(album.pages('a', { shelf: '2026-09', screen: 0, limit: 6 }).total).toBe(1)
})

it('shows this day of another year, else the same week, never a heavy day without a star', () => {
  const { ground, album, write } = albumAt()
  const week = write('2025-11-20', '红薯')
  const sad = write('2025-11-22', '想妈妈', 'sad')
  const glad = write('2024-11-22', '下雪了', 'glad')
  ground.clock.setWall(Date.parse('2026-11-22T02:00:00Z'))
  expect(album.thisDay('a')).toMatchObject({ page: { id: glad }, yearsAgo: 2, same: 'day' })
  value(album.like('a', sad, true))
  expect(album.thisDay('a')).toMatchObject({ page: { id: sad }, yearsAgo: 1, same: 'day' })
  ground.clock.setWall(Date.parse('2026-11-18T02:00:00Z'))
  expect(album.thisDay('a')).toMatchObject({ page: { id: week }, yearsAgo: 1, same: 'week' })
  ground.clock.setWall(Date.parse('2026-06-01T02:00:00Z'))
  expect(album.thisDay('a')).toBeNull()
  ground.clock.setWall(Date.parse('2026-11-22T02:00:00Z'))
  ground.clock.trusted = () => false
  expect(album.thisDay('a')).toBeNull()
})

it('jumps to any month of two thousand pages', () => {
  const { ground, album, write } = albumAt()
  write('2026-09-01', '一')
  ground.db.transaction(() => {
    for (let at = 0; at < 2000; at += 1) {
      const day = new Date(Date.UTC(2021, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
      ground.db.run(
        `INSERT INTO diary_page (id, child_id, day, started_at, opening, trusted, key_id)
         SELECT ?, child_id, ?, ?, '', 1, key_id FROM diary_page LIMIT 1`,
        [newId(), day, Date.parse(day)],
      )
    }
  })
  const { months } = album.months('a')
  expect(album.pages('a', { shelf: '2023-05', screen: 2, limit: 6 })).toMatchObject({ total: 31 })
  expect(months.length).toBeGreaterThan(60)
})
