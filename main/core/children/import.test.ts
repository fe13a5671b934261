import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import { ok } from '#core/kernel/result.ts'
import { gb18030, utf8 } from './import-encodings.fixture.ts'
import { applyImport, applyRows, previewImport } from './import-job.ts'
import { createChildrenService, type ChildrenParts } from './service.ts'
import { csvText, listedChildren, testClasses } from './test-list.fixture.ts'

function roomOf(ground: TestGround = testGround(), parts: Partial<ChildrenParts> = {}) {
  const children = createChildrenService(ground, { media: { keep: async () => ok('') }, ...parts })
  const preview = async (file: Uint8Array) => {
    const shown = await children.imports.preview(file)
    if (!shown.ok) throw new Error(JSON.stringify(shown.error))
    return shown.value
  }
  return { ground, children, preview }
}

const whole = gb18030(csvText(listedChildren()))

describe('importing a class list', () => {
  it('takes 154 children from a GB18030 file, and nothing the second time', async () => {
    const { ground, children, preview } = roomOf()
    const shown = await preview(whole)
    expect(shown).toMatchObject({
      encoding: 'GB18030',
      delimiter: ',',
      update: [],
      unchanged: 0,
      problems: [],
    })
    expect(shown.create).toHaveLength(154)
    expect(shown.create[0]).toEqual({ line: 2, name: '林小雨', classLabel: '一(1)班' })
    expect(children.faces()).toEqual([])
    expect(await children.imports.apply(shown.token)).toEqual({
      ok: true,
      value: { created: 154, updated: 0, skipped: 0 },
    })
    expect(children.faces()).toHaveLength(154)
    expect(children.classes().map(({ label }) => label)).toEqual(testClasses)

    const before = ground.db.all('SELECT * FROM change')
    const again = await preview(whole)
    expect(again).toMatchObject({ create: [], update: [], unchanged: 154, problems: [] })
    expect(await children.imports.apply(again.token)).toEqual({
      ok: true,
      value: { created: 0, updated: 0, skipped: 0 },
    })
    expect(ground.db.all('SELECT * FROM change')).toEqual(before)
  })

  it('updates instead of doubling, and keeps what staff chose', async () => {
    const { children, preview } = roomOf()
    const few = listedChildren(3)
    await children.imports.apply((await preview(utf8(csvText(few)))).token)
    const { id } = children.list().find(({ number }) => number === few[0]!.number)!
    children.setAvatar(id, { animal: 'owl', tone: 'plum' })
    children.pictures.set(id, ['fish', 'moon', 'key'])
    const moved = [{ ...few[0]!, classLabel: '二(1)班' }, ...few.slice(1)]
    const shown = await preview(utf8(csvText(moved)))
    expect(shown).toMatchObject({ create: [], unchanged: 2, update: [{ line: 2, changes: ['class'] }] })
    expect(await children.imports.apply(shown.token)).toEqual({
      ok: true,
      value: { created: 0, updated: 1, skipped: 0 },
    })
    expect(children.list()).toHaveLength(3)
    expect(children.list().find((child) => child.id === id)).toMatchObject({
      classLabel: '二(1)班',
      face: { animal: 'owl', tone: 'plum' },
      pictures: true,
    })
  })

  it('never empties what is known, never takes a child away, brings one back who had left', async () => {
    const { children, preview } = roomOf()
    const few = listedChildren(3)
    await children.imports.apply((await preview(utf8(csvText(few)))).token)
    const left = children.list().find(({ number }) => number === few[1]!.number)!
    children.remove(left.id)
    const [one, two] = [few[0]!, few[1]!]
    const list = `姓名,班级,学籍号\n${one.name},${one.classLabel},\n${two.name},${two.classLabel},${two.number}\n`
    const back = await preview(utf8(list))
    expect(back.questions).toMatchObject([
      { line: 3, why: 'left', candidates: [{ id: left.id, left: true, birthday: '2018-03-05' }] },
    ])
    const decisions = [{ line: 3, choice: 'same' as const, childId: left.id }]
    expect(await children.imports.apply(back.token, decisions)).toEqual({
      ok: true,
      value: { created: 0, updated: 1, skipped: 0 },
    })
    const rows = children.list()
    expect(rows).toHaveLength(3)
    expect(rows.find(({ id }) => id === left.id)).toMatchObject({
      number: two.number,
      birthday: '2018-03-05',
    })
    expect(rows.find(({ name }) => name === one.name)).toMatchObject({ number: one.number })
  })

  it('shows what it would not take, and asks about a name that is there already', async () => {
    const { children, preview } = roomOf()
    children.add({ name: '林小雨', classLabel: '二(1)班', number: 'G1', birthday: '2018-03-05' })
    children.add({ name: '林小雨', classLabel: '二(1)班', number: 'G2', birthday: '2018-04-05' })
    const shown = await preview(
      utf8('姓名,班级,备注\n林小雨,二(1)班,\n,二(1)班,\n陈,火星班,\n黄,三年级,好\n'),
    )
    expect(shown.create.map(({ name }) => name)).toEqual(['黄'])
    expect(shown.problems).toEqual([
      { line: 3, code: 'name-missing', value: '', taken: false, text: '二(1)班' },
      { line: 4, code: 'class-unknown', value: '火星班', taken: false, text: '陈 | 火星班' },
    ])
    expect(shown.questions).toMatchObject([
      { line: 2, why: 'several', candidates: [{ number: 'G1' }, { number: 'G2' }] },
    ])
    expect(shown.unusedColumns).toEqual(['备注'])
  })

  it('adds up, line by line, whatever stands in the list', async () => {
    const { children, preview } = roomOf()
    children.add({ name: '陈安', classLabel: '二(1)班', number: 'G3', birthday: null })
    const shown = await preview(
      utf8(
        [
          '光明小学,,',
          '姓名,班级,学号',
          '林小雨,二(1)班,G1',
          '王芳,二(1)班,"G2',
          '陈安,二(1)班,G3',
          '黄明,火星班,G4',
          '合计,4人,',
          ',,,,,,',
        ].join('\n'),
      ),
    )
    const left = shown.problems.filter(({ taken }) => !taken)
    expect(shown.lines).toBe(shown.create.length + shown.update.length + shown.unchanged + left.length)
    expect(left.map(({ line, code, text }) => `${line} ${code}: ${text}`)).toEqual([
      '1 title: 光明小学',
      '6 class-unknown: 黄明 | 火星班 | G4',
      '7 not-a-child: 合计 | 4人',
    ])
    await children.imports.apply(shown.token)
    expect(
      children
        .list()
        .map(({ name, number }) => `${name} ${number}`)
        .toSorted(),
    ).toEqual(['林小雨 G1', '王芳 G2', '陈安 G3'])
  })

  it('knows typed and listed children by one form of class, name and number', async () => {
    const { children, preview } = roomOf()
    children.add({ name: 'Ａｎｎａ　Li', classLabel: ' 二【1】班 ', number: 'g4408 0020', birthday: null })
    children.add({ name: '林\u200b小雨', classLabel: '幼儿园大班', number: '="0012"', birthday: null })
    const shown = await preview(utf8('姓名,班级,学籍号\nAnna Li,2.1,G44080020\n林小雨,大班,0012\n'))
    expect(shown).toMatchObject({ create: [], update: [], unchanged: 2 })
  })

  it('plans anew when the room has changed since it was shown', async () => {
    const { children, preview } = roomOf()
    const file = utf8(csvText(listedChildren(5)))
    const [one, other] = [await preview(file), await preview(file)]
    await children.imports.apply(one.token)
    expect(await children.imports.apply(other.token)).toEqual({
      ok: true,
      value: { created: 0, updated: 0, skipped: 0 },
    })
    expect(children.list()).toHaveLength(5)
  })

  it('says what is wrong with a file, and changes nothing', async () => {
    const { ground, children } = roomOf()
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'file-unreadable'],
      [new Uint8Array(51 * 1024 * 1024), 'file-too-large'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'file-unreadable'],
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file-unreadable'],
      [utf8('姓名\n林小雨\n'), 'file-unreadable'],
    ]
    for (const [file, code] of cases) {
      const answer = await children.imports.preview(file)
      expect(answer).toMatchObject({ ok: false, error: { code, facts: { problem: expect.any(String) } } })
    }
    expect(ground.db.all('SELECT * FROM change')).toEqual([])
  })

  it('forgets a list after ten minutes, and a token that it never gave', async () => {
    const { ground, children, preview } = roomOf()
    const expired = { ok: false, error: { code: 'import-expired' } }
    const shown = await preview(utf8(csvText(listedChildren(2))))
    ground.clock.pass(10 * 60_000)
    expect(await children.imports.apply(shown.token)).toEqual(expired)
    expect(await children.imports.apply('0198b2a0-0000-7000-8000-000000000000')).toEqual(expired)
    const taken = await preview(utf8(csvText(listedChildren(2))))
    expect(await children.imports.apply(taken.token)).toMatchObject({ ok: true })
    expect(await children.imports.apply(taken.token)).toEqual(expired)
  })
})

describe('writing in batches', () => {
  it('tells how far it is and stops after a batch, keeping what was written', async () => {
    const { children, preview } = roomOf()
    const shown = await preview(whole)
    const told: number[] = []
    children.onProgress((token, done) => {
      expect(token).toBe(shown.token)
      told.push(done)
      if (told.length === 2) children.imports.stop(token)
    })
    expect(await children.imports.apply(shown.token)).toEqual({
      ok: false,
      error: { code: 'stopped', facts: { created: 100, updated: 0 } },
    })
    expect(told).toEqual([50 / 154, 100 / 154])
    expect(children.list()).toHaveLength(100)
    expect(await children.imports.apply(shown.token)).toEqual({
      ok: true,
      value: { created: 54, updated: 0, skipped: 0 },
    })
    expect(children.list()).toHaveLength(154)
  })

  it('is one import however often the button is tapped', async () => {
    const { children, preview } = roomOf()
    const { token } = await preview(whole)
    const answers = await Promise.all([children.imports.apply(token), children.imports.apply(token)])
    expect(answers[0]).toEqual({ ok: true, value: { created: 154, updated: 0, skipped: 0 } })
    expect(answers[1]).toEqual(answers[0])
    expect(children.list()).toHaveLength(154)
  })

  it('says a storage problem and can go on afterwards', async () => {
    const ground = testGround()
    let full = true
    const threads: ChildrenParts['importThreads'] = {
      preview: async (input) => previewImport(input),
      apply: async (lines, watch) => {
        if (!full) return applyRows(ground.db, lines, ground, watch)
        await applyRows(ground.db, { rows: lines.rows, agreed: lines.agreed.slice(0, 50) }, ground)
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
      },
    }
    const { children, preview } = roomOf(ground, { importThreads: threads })
    const { token } = await preview(whole)
    let told = 0
    children.onChange(() => (told += 1))
    expect(await children.imports.apply(token)).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(told).toBe(1)
    full = false
    expect(await children.imports.apply(token)).toEqual({
      ok: true,
      value: { created: 104, updated: 0, skipped: 0 },
    })
  })

  it('lets the room be used in between, also from a connection of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'))
    const path = join(folder, 'room.sqlite')
    try {
      const ground = testGround({ path })
      const threads: ChildrenParts['importThreads'] = {
        preview: async (input) => previewImport(input),
        apply: (lines, watch) =>
          applyImport({ path, seat: ground.seat, lines, now: ground.clock.now() }, watch),
      }
      const { children, preview } = roomOf(ground, { importThreads: threads })
      const { token } = await preview(whole)
      children.onProgress(() => {
        children.add({ name: '黄小明', classLabel: '六年级', number: null, birthday: null })
      })
      expect(await children.imports.apply(token)).toEqual({
        ok: true,
        value: { created: 154, updated: 0, skipped: 0 },
      })
      expect(children.list()).toHaveLength(158)
      const clocks = ground.db.all<{ hlc: string }>('SELECT hlc FROM change')
      expect(new Set(clocks.map(({ hlc }) => hlc))).toHaveProperty('size', clocks.length)
      ground.db.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
