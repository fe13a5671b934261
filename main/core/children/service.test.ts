import { describe, expect, it } from 'vitest'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import type { StorageProblem } from '#core/kernel/storage-problem.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { utf8 } from './import-encodings.fixture.ts'
import { applyRows } from './import-job.ts'
import { parseList } from './import-rules.ts'
import { csvText, listedChildren } from './test-list.fixture.ts'
import { createChildrenService, type ChildrenParts } from './service.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const nobody = '0198b2a0-0000-7000-8000-000000000000'

function roomOf(ground: TestGround = testGround(), parts: Partial<ChildrenParts> = {}) {
  let answer: Result<string, StorageProblem> = ok('f'.repeat(64))
  const media = { keep: async () => answer }
  const children = createChildrenService(ground, { media, ...parts })
  const add = (name: string, classLabel = '二(1)班', number: string | null = null) => {
    const added = children.add({ name, classLabel, number, birthday: null })
    if (!added.ok) throw new Error(added.error.code)
    return added.value.id
  }
  return { ground, children, add, failMedia: (problem: StorageProblem) => (answer = err(problem)) }
}

describe('the faces', () => {
  it('stand by pinyin, with letter, class and grade', () => {
    const { children, add } = roomOf()
    for (const name of ['曾小明', '林小雨', '单立', '解放', '陈思远']) add(name)
    expect(children.faces().map(({ name, letter, pinyin }) => [letter, name, pinyin])).toEqual([
      ['C', '陈思远', 'chén sīyuǎn'],
      ['L', '林小雨', 'lín xiǎoyǔ'],
      ['S', '单立', 'shàn lì'],
      ['X', '解放', 'xiè fàng'],
      ['Z', '曾小明', 'zēng xiǎomíng'],
    ])
    expect(children.faces()[0]).toMatchObject({
      grade: 2,
      elsewhere: false,
      classId: children.classes()[0]!.id,
    })
  })

  it('take names of one and of forty characters, and rare ones', () => {
    const { children, add } = roomOf()
    const names = ['林', '𠮷㛃', '𠮷'.repeat(40), '阿依古丽·买买提', 'Anna Maria']
    for (const name of names) add(name)
    expect(new Set(children.faces().map(({ name }) => name))).toEqual(new Set(names))
    for (const { letter } of children.faces()) expect(letter).toMatch(/^[A-Z#]$/)
    for (const name of ['', ' \u200b ', '林'.repeat(41)]) {
      expect(children.add({ name, classLabel: '二(1)班', number: null, birthday: null })).toMatchObject({
        error: { code: 'bad-input' },
      })
    }
  })

  it('tell two children of one name apart by what is drawn', () => {
    const { children, add } = roomOf()
    const [one, other] = [add('林小雨'), add('林小雨')]
    expect(one).not.toBe(other)
    const [first, second] = children.faces()
    expect(first!.face.animal).not.toBe(second!.face.animal)
  })

  it('say who sits at another seat', () => {
    const sitting = new Set<string>()
    const { children, add } = roomOf(testGround(), { elsewhere: () => sitting })
    sitting.add(add('林小雨'))
    add('陈思远')
    expect(children.faces().map(({ elsewhere }) => elsewhere)).toEqual([false, true])
  })

  it('are five hundred without a query for each', async () => {
    const ground = testGround()
    const list = parseList(utf8(csvText(listedChildren(500))), '2026-11-22')
    const rows = list.ok ? list.value.rows : []
    const agreed = rows.map(({ line }) => ({ line, decided: false, as: { kind: 'new' as const } }))
    await applyRows(ground.db, { rows, agreed }, ground)
    let queries = 0
    const counting = { ...ground.db, all: <T>(sql: string) => ((queries += 1), ground.db.all<T>(sql)) }
    const { children } = roomOf({ ...ground, db: counting })
    expect(children.faces()).toHaveLength(500)
    expect(children.list()).toHaveLength(500)
    expect(queries).toBe(2)
  })
})

describe('classes', () => {
  it('come from what is typed, one for all spellings, in the order of the school', () => {
    const { children, add } = roomOf()
    add('甲', '六年级')
    add('乙', '二(2)班')
    add('丙', '2.1')
    add('丁', '二年级1班')
    add('戊', '学前班')
    expect(children.classes().map(({ label, grade, children: count }) => [label, grade, count])).toEqual([
      ['学前班', -1, 1],
      ['二(1)班', 2, 2],
      ['二(2)班', 2, 1],
      ['六年级', 6, 1],
    ])
  })

  it('are the same on two seats, and are not shown when empty', () => {
    const [one, other] = [roomOf(testGround({ seat: 'a' })), roomOf(testGround({ seat: 'b' }))]
    const id = one.add('林小雨')
    other.add('陈思远')
    expect(one.children.classes()[0]!.id).toBe(other.children.classes()[0]!.id)
    one.children.remove(id)
    expect(one.children.classes()).toEqual([])
  })
})

describe('a child', () => {
  it('is changed without losing what was chosen', () => {
    const { children, add } = roomOf()
    const id = add('林小雨')
    children.setAvatar(id, { animal: 'owl', tone: 'plum' })
    children.pictures.set(id, ['fish', 'moon', 'key'])
    const typed = { id, name: '林小宇', classLabel: '三(1)班', number: 'G1', birthday: '2018-03-05' }
    expect(children.change(typed)).toEqual({ ok: true, value: undefined })
    expect(children.list()).toEqual([
      {
        id,
        name: '林小宇',
        pinyin: 'lín xiǎoyǔ',
        reading: null,
        spelt: 'lin xiao yu',
        classId: children.classes()[0]!.id,
        classLabel: '三(1)班',
        number: 'G1',
        birthday: '2018-03-05',
        face: { animal: 'owl', tone: 'plum' },
        pictures: true,
        lastSessionAt: null,
      },
    ])
    expect(children.sessionChild(id)).toMatchObject({ given: '小宇', grade: 3 })
    expect(children.gradeOf(id)).toBe(3)
  })

  it('is read as staff put it right: on the wall, in its order, in what is spoken, until the name is another', () => {
    const { children, add } = roomOf()
    for (const name of ['肖亮', '徐静', '谢文']) add(name)
    const id = add('洗小明')
    const typed = { id, name: '洗小明', classLabel: '二(1)班', number: null, birthday: null }
    expect(children.faces().map(({ name }) => name)).toEqual(['洗小明', '肖亮', '谢文', '徐静'])
    expect(children.change({ ...typed, reading: 'xian3 xiao3' })).toMatchObject({ ok: false })
    expect(children.change({ ...typed, reading: 'Chóng Xiǎomíng' }).ok).toBe(true)
    expect(children.faces()[0]).toMatchObject({ name: '洗小明', pinyin: 'chóng xiǎomíng', letter: 'C' })
    expect(children.change({ ...typed, reading: 'xu3 xiao3 ming2' }).ok).toBe(true)
    expect(children.faces().map(({ name }) => name)).toEqual(['肖亮', '谢文', '徐静', '洗小明'])
    expect(children.list()[3]).toMatchObject({ reading: 'xǔ xiǎo míng', spelt: 'xu xiao ming' })
    expect(children.soundsIn('小明，你好')).toEqual([{ text: '小明', syllables: ['xiǎo', 'míng'] }])
    expect(children.soundsIn('洗小明和单立')[0]).toEqual({
      text: '洗小明',
      syllables: ['xǔ', 'xiǎo', 'míng'],
    })
    expect(children.sessionChild(id)?.sounds?.[0]?.syllables).toEqual(['xǔ', 'xiǎo', 'míng'])
    // a change that says nothing of it keeps it; another name begins anew; an empty field goes back to the dictionary
    children.change({ ...typed, number: 'G7' })
    expect(children.list()[3]).toMatchObject({ number: 'G7', reading: 'xǔ xiǎo míng' })
    children.change({ ...typed, name: '洗大明' })
    expect(children.sessionChild(id)?.sounds).toBeUndefined()
    children.change({ ...typed, reading: 'xu3 xiao3 ming2' })
    children.change({ ...typed, reading: null })
    expect(children.faces()[0]).toMatchObject({ name: '洗小明', pinyin: 'xǐ xiǎomíng' })
  })

  it('says the surname of a name as a surname, without a word from staff', () => {
    const { children, add } = roomOf()
    add('单立')
    add('阿卜杜拉·买买提')
    expect(children.soundsIn('单立，你好')).toEqual([{ text: '单立', syllables: ['shàn', 'lì'] }])
    expect(children.soundsIn('阿卜杜拉·买买提，你好')[0]?.text).toBe('阿卜杜拉买买提')
  })

  it('leaves the lists, keeps its row, and comes back as itself', () => {
    const { ground, children, add } = roomOf()
    const id = add('林小雨', '二(1)班', 'G1')
    children.setAvatar(id, { animal: 'owl', tone: 'plum' })
    expect(children.remove(id)).toMatchObject({ ok: true })
    expect(children.faces()).toEqual([])
    expect(children.sessionChild(id)).toBeNull()
    expect(children.remove(id)).toMatchObject({ error: { code: 'not-found' } })
    expect(ground.db.all('SELECT id FROM child')).toEqual([{ id }])
    const typed = { name: '林小雨', classLabel: '三(1)班', number: 'G1', birthday: null }
    expect(children.add(typed)).toMatchObject({ error: { code: 'child-known' } })
    expect(children.alike(typed)).toMatchObject([{ id, left: true, name: '林小雨' }])
    expect(children.add({ ...typed, decided: nobody })).toMatchObject({ error: { code: 'not-found' } })
    expect(children.add({ ...typed, decided: id })).toEqual({ ok: true, value: { id } })
    expect(children.faces()).toMatchObject([{ id, face: { animal: 'owl' }, grade: 3 }])
    children.remove(id)
    expect(add('林大雨', '三(1)班', 'G1')).not.toBe(id)
  })

  it('shares no number with another one: staff say whose it is, and the other keeps all but the number', () => {
    const { children, add } = roomOf()
    const [one, other] = [add('林小雨', '二(1)班', '2101'), add('黄明', '二(1)班', '2102')]
    const typed = { name: '黄明', classLabel: '二(1)班', number: '2101', birthday: null }
    expect(children.alike({ ...typed, id: other })).toMatchObject([{ id: one, left: false }])
    expect(children.alike({ ...typed, number: '02102', id: other })).toEqual([])
    expect(children.change({ ...typed, id: other })).toMatchObject({ error: { code: 'child-known' } })
    const added = children.add({ ...typed, name: '李思远' })
    expect(added).toMatchObject({ error: { code: 'child-known' } })
    const numbers = () => Object.fromEntries(children.list().map(({ name, number }) => [name, number]))
    expect(numbers()).toEqual({ 林小雨: '2101', 黄明: '2102' })
    expect(children.change({ ...typed, id: other, decided: 'moves' })).toMatchObject({ ok: true })
    expect(numbers()).toEqual({ 林小雨: null, 黄明: '2101' })
    expect(children.add({ ...typed, name: '李思远', decided: 'new' })).toMatchObject({ ok: true })
    expect(numbers()).toEqual({ 林小雨: null, 黄明: null, 李思远: '2101' })
  })

  it('is looked for before anything is done', async () => {
    const { children } = roomOf()
    const typed = { id: nobody, name: '林', classLabel: '二(1)班', number: null, birthday: null }
    const answers = [
      children.change(typed),
      children.setAvatar(nobody, { animal: 'owl', tone: 'plum' }),
      await children.setPhoto(nobody, png),
      await children.setPhoto(nobody, null),
      children.pictures.show(nobody),
      children.pictures.set(nobody, 'new'),
      children.pictures.check(nobody, undefined),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'not-found' } })
  })

  it('wears a photograph that is one', async () => {
    const { children, add, failMedia } = roomOf()
    const id = add('林小雨')
    expect(await children.setPhoto(id, new Uint8Array(1_000_001))).toMatchObject({
      error: { code: 'file-too-large' },
    })
    const svg = new TextEncoder().encode('<svg onload="x()"/>')
    expect(await children.setPhoto(id, svg)).toMatchObject({ error: { code: 'file-unreadable' } })
    expect(await children.setPhoto(id, png)).toMatchObject({ ok: true })
    expect(children.faces()[0]!.face.photo).toBe(`/media/photo/${'f'.repeat(64)}`)
    failMedia('disk-full')
    expect(await children.setPhoto(id, png)).toMatchObject({ error: { code: 'disk-full' } })
    expect(await children.setPhoto(id, null)).toMatchObject({ ok: true })
    expect(children.faces()[0]!.face).not.toHaveProperty('photo')
  })

  it('is told of when the list changes, and only then', () => {
    const { children, add } = roomOf()
    let told = 0
    const stop = children.onChange(() => (told += 1))
    const id = add('林小雨')
    children.setAvatar(id, { animal: 'owl', tone: 'plum' })
    children.remove(nobody)
    children.faces()
    expect(told).toBe(2)
    stop()
    children.remove(id)
    expect(told).toBe(2)
  })

  it('shows when it last sat down', () => {
    const { ground, children, add } = roomOf()
    const id = add('林小雨')
    for (const at of [5, 9, 7]) {
      ground.db.run(
        `INSERT INTO session (id, seat, child_id, started_at, trusted, planned_ms)
         VALUES (?, 's', ?, ?, 1, 0)`,
        [`s${at}`, id, at],
      )
    }
    expect(children.list()[0]!.lastSessionAt).toBe(9)
  })
})

describe('picture passwords', () => {
  const right = ['fish', 'moon', 'key'] as const
  const wrong = ['moon', 'fish', 'key'] as const

  it('are drawn, shown, changed and taken away', () => {
    const { children, add } = roomOf()
    const id = add('林小雨')
    expect(children.pictures.check(id, undefined)).toEqual({ ok: true, value: undefined })
    const drawn = children.pictures.set(id, 'new')
    expect(drawn.ok && new Set(drawn.value)).toHaveProperty('size', 3)
    expect(children.pictures.show(id)).toEqual(drawn)
    expect(children.pictures.set(id, ['fish', 'fish', 'key'])).toMatchObject({ error: { code: 'bad-input' } })
    expect(children.pictures.show(id)).toEqual(drawn)
    expect(children.pictures.set(id, right)).toEqual({ ok: true, value: right })
    expect(children.list()[0]!.pictures).toBe(true)
    expect(children.pictures.set(id, null)).toEqual({ ok: true, value: null })
    expect(children.pictures.show(id)).toEqual({ ok: true, value: [] })
    expect(children.pictures.check(id, undefined)).toMatchObject({ ok: true })
  })

  it('are asked for, and their order counts', () => {
    const { children, add } = roomOf()
    const id = add('林小雨')
    children.pictures.set(id, right)
    expect(children.pictures.check(id, undefined)).toMatchObject({ error: { code: 'pictures-needed' } })
    expect(children.pictures.check(id, wrong)).toMatchObject({ error: { code: 'wrong-pictures', waitMs: 0 } })
    expect(children.pictures.check(id, right)).toMatchObject({ ok: true })
  })

  it('slow down kindly, count nothing while resting, and never lock', () => {
    const { ground, children, add } = roomOf()
    const id = add('林小雨')
    children.pictures.set(id, right)
    const waits = Array.from({ length: 20 }, () => {
      const answer = children.pictures.check(id, wrong)
      const waitMs = answer.ok ? -1 : (answer.error.waitMs ?? 0)
      if (waitMs > 0) {
        ground.clock.pass(waitMs - 1)
        expect(children.pictures.check(id, right)).toMatchObject({ error: { waitMs: 1 } })
        ground.clock.pass(1)
      }
      return waitMs
    })
    expect(waits.slice(0, 3)).toEqual([0, 0, 0])
    expect(waits[3]).toBeGreaterThan(0)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000)
    expect(children.pictures.check(id, right)).toMatchObject({ ok: true })
    expect(children.pictures.check(id, wrong)).toMatchObject({ error: { waitMs: 0 } })
  })

  it('do not keep a child out when the row is damaged', () => {
    const { ground, children, add } = roomOf()
    const id = add('林小雨')
    for (const damage of ['["fish"', '["fish"]', '{"a":1}', '["fish","fish","x"]', 'null']) {
      ground.db.run('UPDATE child SET pictures = ?', [damage])
      expect(children.pictures.check(id, undefined)).toMatchObject({ ok: true })
    }
  })
})
