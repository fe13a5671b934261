import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DiaryPage, Step, StrokeStep } from '#contract/diary.ts'
import { refuse } from '#contract/refusal.ts'
import { testGround } from '../db/test-ground.ts'
import { newId } from '../kernel/ids.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createUsageService } from '../usage/service.ts'
import { noPageMedia } from './media.ts'
import { createDiaryService } from './service.ts'

const me = { childId: 'a', sessionId: 's' }
const refused = err(refuse('not-found'))
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])

function diaryAt(ground = testGround()) {
  const diary = createDiaryService(ground, {
    usage: createUsageService(ground),
    keys: keysAt(ground).keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => `/media/${hash}`,
    pageMedia: noPageMedia,
  })
  return { ground, diary }
}

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const stroke = (points = [1, 2, 0.5], id = newId()): Step => ({
  id,
  kind: 'stroke',
  tool: 'brush',
  colour: 3,
  size: 12,
  points,
})
const strokesOn = (page: DiaryPage): StrokeStep[] =>
  page.sheets.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'stroke'))
const text = (words: string, id = newId()): Step => ({ id, kind: 'text', text: words })

describe('a diary page', () => {
  it('is the same after the file was opened again, the growing stroke included', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diary-'))
    const path = join(folder, 'house.db')
    const before = diaryAt(testGround({ path }))
    const page = value(before.diary.begin('a')).id
    const long = Array.from({ length: 30_000 }, (_, index) => index % 1000)
    value(before.diary.put(me, page, stroke()))
    value(before.diary.put(me, page, text('今天妈妈打电话来了，她说下个月就回来看我，我很高兴。')))
    const growing = newId()
    value(before.diary.put(me, page, stroke(long.slice(0, 3000), growing)))
    value(before.diary.put(me, page, stroke(long, growing)))
    const seen = value(before.diary.open('a', page))
    const after = diaryAt(testGround({ path }))
    expect(value(after.diary.open('a', page))).toEqual(seen)
    expect(strokesOn(seen).map(({ points }) => points.length)).toEqual([3, 30_000])
    expect(value(after.diary.pages('a', { limit: 1 })).pages[0]?.opening).toBe(
      '今天妈妈打电话来了，她说下个月就回来看我，我很高',
    )
    after.diary.settle()
    expect(value(after.diary.open('a', page))).toEqual(seen)
    // The log has a long stroke once, however often it was saved while it grew.
    const kept = after.ground.db.all("SELECT row_id FROM change WHERE table_name = 'diary_step'")
    expect(kept).toHaveLength(3)
    before.ground.db.close()
    after.ground.db.close()
    rmSync(folder, { recursive: true })
  })

  it('is another child’s secret', async () => {
    const { diary } = diaryAt()
    const page = value(diary.begin('a')).id
    const mine = stroke()
    value(diary.put(me, page, mine))
    const other = value(diary.begin('b')).id
    const stranger = { childId: 'b', sessionId: 't' }
    expect(diary.open('b', page)).toEqual(refused)
    expect(diary.put(stranger, page, stroke())).toEqual(refused)
    expect(diary.undo('b', page)).toEqual(refused)
    expect(diary.redo('b', page)).toEqual(refused)
    expect(await diary.keepThumbnail('b', page, png)).toEqual(refused)
    expect(diary.pages('b', { limit: 9, before: page })).toEqual(refused)
    diary.settle()
    // Nor by putting a known step onto a page of one's own.
    expect(diary.put(stranger, other, { ...mine, id: mine.id })).toEqual(refused)
    expect(value(diary.pages('b', { limit: 9 })).pages.map(({ id }) => id)).toEqual([other])
  })

  it('takes back in one what was drawn in one go, however many strokes it took, and puts it back in one', () => {
    const { diary } = diaryAt()
    const page = value(diary.begin('a')).id
    const goesOn = (): Step => ({ ...stroke(), joined: true }) as Step
    const [before, first, second, third] = [stroke(), stroke(), goesOn(), goesOn()]
    for (const step of [before, first, second, third]) value(diary.put(me, page, step))
    const ids = (answer: ReturnType<typeof diary.undo>) => strokesOn(value(answer)).map(({ id }) => id)
    expect(ids(diary.undo('a', page))).toEqual([before.id])
    expect(ids(diary.redo('a', page))).toEqual([before.id, first.id, second.id, third.id])
    expect(ids(diary.undo('a', page))).toEqual([before.id])
    expect(ids(diary.undo('a', page))).toEqual([])
    expect(ids(diary.redo('a', page))).toEqual([before.id])
    expect(value(diary.redo('a', page)).mayRedo).toBe(false)
  })

  it('does not take words back with a stroke that goes on after them', () => {
    const { diary } = diaryAt()
    const page = value(diary.begin('a')).id
    value(diary.put(me, page, text('家')))
    value(diary.put(me, page, { ...stroke(), joined: true } as Step))
    expect(value(diary.undo('a', page)).sheets[0]?.text).toBe('家')
  })

  it('does not bring back what was drawn over', () => {
    const { diary } = diaryAt()
    const page = value(diary.begin('a')).id
    const lost = stroke()
    value(diary.put(me, page, lost))
    value(diary.undo('a', page))
    value(diary.put(me, page, stroke()))
    expect(diary.put(me, page, lost)).toEqual(refused)
    expect(strokesOn(value(diary.redo('a', page)))).toHaveLength(1)
  })

  it('takes a small picture of itself, and nothing else', async () => {
    const { diary } = diaryAt()
    const page = value(diary.begin('a')).id
    expect(await diary.keepThumbnail('a', page, new Uint8Array(200_001))).toEqual(
      err(refuse('file-too-large')),
    )
    expect(await diary.keepThumbnail('a', page, Uint8Array.from([60, 115]))).toEqual(
      err(refuse('file-unreadable')),
    )
    value(await diary.keepThumbnail('a', page, png))
    expect(value(diary.pages('a', { limit: 1 })).pages[0]?.thumbnail).toBe(`/media/${'f'.repeat(64)}`)
  })
})

describe('the list of pages', () => {
  it('gives today’s empty page again, and counts a page once it is drawn on', () => {
    const { ground, diary } = diaryAt()
    const first = value(diary.begin('a')).id
    expect(value(diary.begin('a')).id).toBe(first)
    expect(ground.db.all('SELECT * FROM usage_day')).toEqual([])
    value(diary.put(me, first, stroke()))
    value(diary.undo('a', first))
    value(diary.put(me, first, stroke()))
    expect(ground.db.all('SELECT activity, pages FROM usage_day')).toEqual([{ activity: 'diary', pages: 1 }])
    expect(value(diary.begin('a')).id).not.toBe(first)
    ground.clock.pass(86_400_000)
    expect(value(diary.begin('a')).day).toBe('2026-11-23')
  })

  it('knows the page of today that was begun last, and begins one where there is none', () => {
    const { ground, diary } = diaryAt()
    const first = value(diary.today('a')).id
    value(diary.put(me, first, stroke()))
    ground.clock.pass(1000)
    const second = value(diary.begin('a')).id
    expect(value(diary.today('a')).id).toBe(second)
    expect(value(diary.today('b')).id).not.toBe(second)
    ground.clock.pass(86_400_000)
    expect([first, second]).not.toContain(value(diary.today('a')).id)
  })

  it('pages through 2,000 in order, each once, by an index', () => {
    const { ground, diary } = diaryAt()
    ground.db.transaction(() => {
      for (let n = 0; n < 2000; n += 1) {
        const row = { child_id: n % 10 === 9 ? 'b' : 'a', day: '2026-11-22', started_at: Math.floor(n / 3) }
        ground.db.shared.set('diary_page', newId(), row)
      }
    })
    const seen: string[] = []
    for (let before: string | undefined; ; before = seen.at(-1)) {
      const { pages, total } = value(diary.pages('a', { limit: 60, before }))
      expect(total).toBe(1800)
      if (pages.length === 0) break
      seen.push(...pages.map(({ id }) => id))
    }
    expect(new Set(seen).size).toBe(1800)
    const plan = ground.db.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id FROM diary_page WHERE child_id = ? AND (started_at, id) < (?, ?)
       ORDER BY started_at DESC, id DESC LIMIT 60`,
      ['a', 5, 'x'],
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING COVERING INDEX diary_page_by_child'),
    ])
  })
})
