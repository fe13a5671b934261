import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { ok } from '#core/kernel/result.ts'
import { guardianSteps } from '../contacts/guardian-list-rules.ts'
import { createContactStore } from '../contacts/store.ts'
import { utf8 } from './import-encodings.fixture.ts'
import { parseList } from './import-rules.ts'
import { template } from './import-template-rules.ts'
import { createChildrenService } from './service.ts'

const read = (text: string) => {
  const list = parseList(utf8(text), '2026-11-22')
  if (!list.ok) throw new Error(list.error)
  return list.value
}
const guardians = (text: string) => read(text).rows.map((row) => row.guardians)
const mum = { name: '陈玉兰', relation: '妈妈', phones: ['+8613800000001'] }
const gran = { name: '黄阿英', relation: '奶奶', phones: ['+867592234567'] }

describe('guardians in a class list', () => {
  it.each([
    ['姓名,班级,监护人,关系,电话,监护人2,关系2,电话2', '陈玉兰,妈妈,13800000001,黄阿英,奶奶,0759-2234567'],
    [
      '姓名,班级,监护人1,关系1,电话1,监护人2,关系2,电话2',
      '陈玉兰,母亲,138 0000 0001,黄阿英,祖母,07592234567',
    ],
    ['姓名,班级,监护人,关系,电话,监护人,关系,电话', '陈玉兰,妈妈,13800000001,黄阿英,奶奶,0759-2234567'],
    [
      '姓名,班级,监护人一姓名,监护人一关系,监护人一电话,监护人二姓名,监护人二关系,监护人二电话',
      '陈玉兰,妈妈,13800000001,黄阿英,奶奶,0759-2234567',
    ],
    ['姓名,班级,母亲姓名,母亲联系电话,奶奶,奶奶电话', '陈玉兰,13800000001,黄阿英,0759-2234567'],
    [
      'Name,Class,Guardian 1,Relation 1,Phone 1,Guardian 2,Relation 2,Phone 2',
      '陈玉兰,Mother,13800000001,黄阿英,奶奶,0759-2234567',
    ],
  ])('stand under %s', (heading, cells) => {
    const list = read(`${heading}\n林小雨,2.1,${cells}\n`)
    expect(list.rows).toMatchObject([{ name: '林小雨', guardians: [mum, gran] }])
    expect([list.problems, list.unusedColumns]).toEqual([[], []])
  })

  it('may be missing, one by one or all', () => {
    const heading = '姓名,班级,监护人,关系,电话,监护人2,关系2,电话2'
    expect(guardians(`${heading}\n林,2.1,,妈妈,,黄阿英,,\n王,2.1,,,,,,\n`)).toEqual([
      [{ name: '黄阿英', relation: '', phones: [] }],
      undefined,
    ])
  })

  it('are taken without a number that cannot be dialled, and the line says so', () => {
    const list = read('姓名,班级,监护人,电话\n林小雨,2.1,陈玉兰,1.38E+10\n')
    expect(list.rows[0]?.guardians).toEqual([{ name: '陈玉兰', relation: '', phones: [] }])
    expect(list.problems).toEqual([{ line: 2, code: 'phone-unreadable', value: '1.38E+10', taken: true }])
  })

  it('have the number that stands beside a word, and another’s number is another’s', () => {
    const list = read(
      '姓名,班级,家长,关系,电话\n林,2.1,陈玉兰,,妈妈13800000001\n王,2.1,陈玉兰,妈妈,13800000001 / 0759-2234567(奶奶)\n李,2.1,陈玉兰,母亲,13800000001(晚上打)\n',
    )
    expect(list.rows.map((row) => row.guardians)).toEqual([[mum], [mum, { ...gran, name: '' }], [mum]])
    expect(list.problems).toEqual([
      { line: 3, code: 'phone-of-another', value: '奶奶 0759-2234567', taken: true },
      { line: 4, code: 'phone-note', value: '晚上打', taken: true },
    ])
  })

  it('of the child itself stay in the child’s own columns', () => {
    const list = read('学生姓名,班级,学号,家长姓名,家长电话\n林小雨,2.1,G1001,陈玉兰,13800000001\n')
    expect(list.rows).toMatchObject([
      { name: '林小雨', number: 'G1001', guardians: [{ ...mum, relation: '' }] },
    ])
  })

  it('stand in the template', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const filled = `${template(language)}林小雨,2.1,,,陈玉兰,妈妈,13800000001,,,\r\n`
      expect(guardians(filled.replace('\uFEFF', ''))).toEqual([[mum]])
    }
  })
})

const room = () => {
  const ground = testGround()
  const children = createChildrenService(ground, { media: { keep: async () => ok('') } })
  const bring = async (text: string) => {
    const shown = await children.imports.preview(utf8(text))
    if (!shown.ok) throw new Error(shown.error.code)
    const done = await children.imports.apply(shown.value.token)
    if (!done.ok) throw new Error(done.error.code)
    return { shown: shown.value, done: done.value }
  }
  const store = createContactStore(ground.db)
  const shown = () => store.all().map(({ name, relation, phones }) => ({ name, relation, phones }))
  return { ground, children, bring, store, shown }
}

describe('a class list with guardians', () => {
  const heading = '姓名,班级,监护人,关系,电话,监护人2,关系2,电话2'
  const first = `${heading}\n林小雨,2.1,陈玉兰,母亲,13800000001,黄阿英,奶奶,0759-2234567\n`

  it('brings them as guardians and gives no consent', async () => {
    const { ground, bring, store, shown } = room()
    expect((await bring(first)).done).toEqual({ created: 1, updated: 0, skipped: 0 })
    expect(shown()).toEqual([mum, gran])
    expect(store.all()[0]).toMatchObject({ isGuardian: true, called: '妈妈', approvedBy: null })
    expect(ground.db.get('SELECT count(*) AS n FROM contact_consent')).toEqual({ n: 0 })
  })

  it('changes nothing the second time, brings a new number, and leaves what it does not name', async () => {
    const { bring, shown } = room()
    await bring(first)
    expect((await bring(first)).shown).toMatchObject({ create: [], update: [], unchanged: 1 })
    const { shown: plan } = await bring(`${heading}\n林小雨,2.1,陈玉兰,妈妈,13800000009,,,\n`)
    expect(plan.update).toMatchObject([{ name: '林小雨', changes: ['guardians'] }])
    // the old one may be called as before, until staff take it away; the new one waits for a guardian's word
    expect(shown()).toEqual([{ ...mum, phones: ['+8613800000001', '+8613800000009'] }, gran])
    await bring(`${heading}\n林小雨,2.1,陈玉兰,,,,,\n`)
    expect(shown()[0]?.phones).toEqual(['+8613800000001', '+8613800000009'])
  })

  it('takes somebody of another name for another person, so that no consent changes hands', async () => {
    const { bring, store, shown } = room()
    await bring(first)
    const before = store.all()[0]?.id
    await bring(`${heading}\n林小雨,2.1,陈小妹,母亲,13800000002,,,\n`)
    expect(shown()).toContainEqual({ name: '陈小妹', relation: '妈妈', phones: ['+8613800000002'] })
    expect(store.all().find(({ name }) => name === '陈玉兰')?.id).toBe(before)
  })
})

const card = (name: string, relation: string, phone: string) => ({
  id: 'k',
  name,
  relation,
  phones: [phone],
})

describe('guardianSteps', () => {
  it.each([
    [
      'another grandmother, by relation alone',
      card('奶奶', '奶奶', '1'),
      { name: '', relation: '奶奶', phones: ['2'] },
    ],
    [
      'another name, another number',
      card('黄阿英', '奶奶', '1'),
      { name: '吴阿珠', relation: '奶奶', phones: ['2'] },
    ],
    [
      'another name, the same number',
      card('黄阿英', '奶奶', '1'),
      { name: '吴阿珠', relation: '奶奶', phones: ['1'] },
    ],
    [
      'the same name, another relation',
      card('王芳', '妈妈', '1'),
      { name: '王芳', relation: '姑姑', phones: ['2'] },
    ],
    [
      'the same number, another relation',
      card('妈妈', '妈妈', '1'),
      { name: '', relation: '爸爸', phones: ['1'] },
    ],
    [
      'a name beside nobody’s',
      card('奶奶', '奶奶', '1'),
      { name: '吴阿珠', relation: '奶奶', phones: ['2'] },
    ],
  ])('%s: another person, and the one of before stays', (_, known, listed) => {
    expect(guardianSteps([known], [listed])).toEqual({ add: [listed], phones: [] })
  })

  it.each([
    ['relation and number', card('妈妈', '妈妈', '1'), { name: '', relation: '妈妈', phones: ['1', '2'] }],
    ['name and relation', card('陈玉兰', '妈妈', '1'), { name: '陈玉兰', relation: '妈妈', phones: ['2'] }],
    [
      'name, where the list says no relation',
      card('陈玉兰', '妈妈', '1'),
      { name: '陈玉兰', relation: '', phones: ['2'] },
    ],
  ])('by %s the same: the number comes beside the old one', (_, known, listed) => {
    expect(guardianSteps([known], [listed])).toEqual({ add: [], phones: [{ id: 'k', phones: ['1', '2'] }] })
  })

  const listed = fc.record({
    name: fc.constantFrom('陈玉兰', '黄阿英', ''),
    relation: fc.constantFrom('妈妈', '奶奶', ''),
    phones: fc.uniqueArray(fc.constantFrom('+8613800000001', '+8613800000002'), { maxLength: 2 }),
  })
  it('a second time finds nothing to do', () => {
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 4 }), (lines) => {
        const named = lines.filter(({ name, phones }) => name !== '' || phones.length > 0)
        const once = guardianSteps([], named)
        const known = once.add.map((one, index) => ({ ...one, id: String(index) }))
        expect(guardianSteps(known, named)).toEqual({ add: [], phones: [] })
      }),
    )
  })
})
