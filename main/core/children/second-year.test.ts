import { describe, expect, it } from 'vitest'
import { family } from '../contacts/test-family.fixture.ts'
import { utf8 } from './import-encodings.fixture.ts'

/** As real schools keep them: four digits for grade, class and place, which pass to other children each year. */
const firstYear = `姓名,班级,学号,出生日期
林小雨,二(1)班,2101,2018-03-05
王芳,二(1)班,2102,2018-04-06
陈安,三(1)班,3101,2017-02-01
`
const secondYear = `姓名,班级,学号,出生日期
黄明,二(1)班,2101,2019-05-09
李思远,二(1)班,2102,2019-06-10
林小雨,三(1)班,3101,2018-03-05
王芳,三(1)班,3102,2018-04-06
陈安,四(1)班,4101,2017-02-01
`

function room() {
  const home = family()
  const { children, contacts, childId } = home
  children.remove(childId)
  const preview = async (text: string) => {
    const shown = await children.imports.preview(utf8(text))
    if (!shown.ok) throw new Error(shown.error.code)
    return shown.value
  }
  const apply = async (text: string, choice: 'new' | 'leave' | undefined = 'new') => {
    const { token, questions } = await preview(text)
    const decisions = choice ? questions.map(({ line }) => ({ line, choice })) : []
    const done = await children.imports.apply(token, decisions)
    if (!done.ok) throw new Error(done.error.code)
    return done.value
  }
  const named = (name: string) => children.list().filter((child) => child.name === name)
  const addMum = (owner: string) => {
    const facts = {
      relation: '妈妈',
      name: '陈玉兰',
      called: '妈妈',
      guardian: true,
      city: null,
      spoken: null,
    }
    const added = contacts.add(owner, { ...facts, language: 'zh-CN', phones: ['13800000001'] })
    if (!added.ok) throw new Error(added.error.code)
    const of = { childId: owner, contactId: added.value.id }
    expect(contacts.decide(of, home.word(true, { guardianId: added.value.id }))).toMatchObject({ ok: true })
    return of
  }
  return { ...home, preview, apply, named, addMum }
}

const same = (line: number, childId: string) => [{ line, choice: 'same' as const, childId }]

describe('a second year’s list', () => {
  it('asks about each child who has another’s number, and touches nothing of hers', async () => {
    const { apply, preview, named, children, contacts, addMum } = room()
    expect(await apply(firstYear)).toMatchObject({ created: 3 })
    const lin = named('林小雨')[0]!
    const mum = addMum(lin.id)
    children.pictures.set(lin.id, ['fish', 'moon', 'key'])

    const shown = await preview(secondYear)
    expect(shown.create).toEqual([])
    expect(shown.update).toMatchObject([
      { name: '林小雨', changes: ['class', 'number'] },
      { name: '王芳', changes: ['class', 'number'] },
      { name: '陈安', changes: ['class', 'number'] },
    ])
    expect(shown.questions).toMatchObject([
      {
        line: 2,
        name: '黄明',
        why: 'number-of-another',
        newNumber: { as: 'moves', from: '林小雨' },
        candidates: [{ id: lin.id, name: '林小雨', birthday: '2018-03-05', line: 4 }],
      },
      { line: 3, name: '李思远', why: 'number-of-another' },
    ])
    expect(await apply(secondYear)).toEqual({ created: 2, updated: 3, skipped: 0 })
    expect(children.list().map(({ name, classLabel, number }) => `${name} ${classLabel} ${number}`)).toEqual([
      '陈安 四(1)班 4101',
      '黄明 二(1)班 2101',
      '李思远 二(1)班 2102',
      '林小雨 三(1)班 3101',
      '王芳 三(1)班 3102',
    ])
    const huang = named('黄明')[0]!
    expect(huang).toMatchObject({ pictures: false, lastSessionAt: null })
    expect(contacts.reachable(huang.id)).toEqual([])
    expect(named('林小雨')).toMatchObject([{ id: lin.id, pictures: true }])
    expect(contacts.dialable(mum)).toEqual(['+8613800000001'])
    expect(await preview(secondYear)).toMatchObject({ create: [], update: [], questions: [], unchanged: 5 })
  })

  it('writes no question that nobody answered, and no answer that was not offered', async () => {
    const { apply, preview, named, children } = room()
    await apply(firstYear)
    const [lin, chen] = [named('林小雨')[0]!, named('陈安')[0]!]
    const { token } = await preview(secondYear)
    const refused = { ok: false, error: { code: 'bad-input' } }
    // she surely is line 4; he was not offered; line 4 is no question; one line twice
    for (const wrong of [
      same(2, lin.id),
      same(2, chen.id),
      same(4, lin.id),
      [...same(2, lin.id), { line: 2, choice: 'new' as const }],
    ])
      expect(await children.imports.apply(token, wrong)).toEqual(refused)
    expect(await children.imports.apply(token)).toMatchObject({ value: { created: 0, updated: 3 } })
    expect(named('黄明')).toEqual([])
  })

  it('left out, a line stays a question however often the list comes', async () => {
    const { apply, preview } = room()
    await apply('姓名,班级\n王芳,二(1)班\n林小雨,二(1)班\n陈安,二(1)班\n')
    // this year’s class of the same label: its Wang Fang is another one
    const next = '姓名,班级\n王芳,二(1)班\n黄明,二(1)班\n李思远,二(1)班\n赵乐,二(1)班\n'
    expect((await preview(next)).questions).toMatchObject([{ name: '王芳', why: 'one-witness' }])
    expect(await apply(next, 'leave')).toMatchObject({ created: 3, updated: 0 })
    const again = await preview(next)
    expect(again.questions).toMatchObject([{ name: '王芳' }])
    expect([again.create, again.update]).toEqual([[], []])
    expect(await apply(next, 'new')).toMatchObject({ created: 1 })
    expect(await preview(next)).toMatchObject({ questions: [], create: [], update: [], unchanged: 4 })
  })

  it('writes what staff decided: it is this child', async () => {
    const { apply, preview, named, children } = room()
    await apply(firstYear)
    const lin = named('林小雨')[0]!
    const { token, questions } = await preview('姓名,班级,学号,出生日期\n林晓雨,二(1)班,2101,2018-03-05\n')
    expect(questions).toMatchObject([{ why: 'number-of-another', candidates: [{ id: lin.id }] }])
    const decisions = [{ line: 2, choice: 'same' as const, childId: lin.id }]
    expect(await children.imports.apply(token, decisions)).toMatchObject({
      value: { updated: 1, created: 0 },
    })
    expect(named('林晓雨')).toMatchObject([{ id: lin.id, number: '2101' }])
  })

  it('skips what became another matter since it was shown', async () => {
    const { apply, preview, named, children } = room()
    await apply(firstYear)
    const { token, questions } = await preview(secondYear)
    const lin = named('林小雨')[0]!
    children.change({
      id: lin.id,
      name: '林小宇',
      classLabel: '二(1)班',
      number: '2101',
      birthday: '2018-03-06',
    })
    const decisions = questions.map(({ line }) => ({ line, choice: 'new' as const }))
    const done = await children.imports.apply(token, decisions)
    expect(done).toMatchObject({ value: { skipped: 1 } })
    expect(named('林小宇')).toMatchObject([{ id: lin.id, classLabel: '二(1)班' }])
  })
})

describe('numbers within one list', () => {
  it('twice are a question for each line, and neither child is refused', async () => {
    const { apply, preview, children } = room()
    const twins = '姓名,班级,学号\n林小雨,二(1)班,20230101\n林小雪,二(1)班,20230101\n王芳,二(1)班,20230102\n'
    const shown = await preview(twins)
    expect(shown.questions).toMatchObject([
      { name: '林小雨', why: 'number-twice', number: '20230101', lines: [{ name: '林小雪' }] },
      { name: '林小雪', why: 'number-twice', newNumber: { as: 'none' } },
    ])
    expect(shown.problems.map(({ line, code, taken }) => `${line} ${code} ${taken}`)).toEqual([
      '2 number-twice true',
      '3 number-twice true',
    ])
    expect(await apply(twins)).toMatchObject({ created: 3 })
    expect(children.list().map(({ number }) => number)).toEqual([null, null, '20230102'])
    expect(await preview(twins)).toMatchObject({ questions: [], create: [], update: [], unchanged: 3 })
  })

  it('that are places tell nobody apart, one note among them or not', async () => {
    const { apply, preview, children } = room()
    await apply('姓名,班级,学号\n林小雨,二(1)班,1\n王芳,二(1)班,2\n陈安,二(2)班,1\n李明,二(2)班,转学\n')
    expect(children.list().map(({ number }) => number)).toEqual([null, null, null, null])
    const next = await preview(
      '姓名,班级,学号\n黄明,二(1)班,1\n赵乐,二(1)班,2\n李思远,二(2)班,1\n周全,二(2)班,3\n',
    )
    expect([next.create.length, next.questions]).toEqual([4, []])
  })
})

describe('a changed number', () => {
  it('starts without consent; the old one may be called until staff take it away', async () => {
    const { apply, named, contacts, addMum, word } = room()
    await apply(firstYear)
    const mum = addMum(named('林小雨')[0]!.id)
    const list =
      '姓名,班级,学号,出生日期,妈妈姓名,妈妈电话\n林小雨,二(1)班,2101,2018-03-05,陈玉兰,13900000002\n'
    expect(await apply(list)).toMatchObject({ updated: 1 })
    const card = () => {
      const found = contacts.family(mum.childId)
      return found.ok ? found.value.contacts.find(({ id }) => id === mum.contactId)! : undefined
    }
    expect(contacts.dialable(mum)).toEqual(['+8613800000001'])
    expect(card()).toMatchObject({
      phones: ['+8613800000001', '+8613900000002'],
      unagreed: ['+8613900000002'],
    })
    expect(contacts.callersOf('+8613900000002')).toEqual([])
    expect(contacts.decide(mum, word(true, { guardianId: mum.contactId }))).toMatchObject({ ok: true })
    expect(contacts.dialable(mum)).toEqual(['+8613800000001', '+8613900000002'])
    expect(card()?.unagreed).toEqual([])
  })

  it('typed by hand has none either', async () => {
    const { apply, named, contacts, addMum } = room()
    await apply(firstYear)
    const mum = addMum(named('林小雨')[0]!.id)
    const facts = {
      relation: '妈妈',
      name: '陈玉兰',
      called: '妈妈',
      guardian: true,
      city: null,
      spoken: null,
    }
    contacts.change(mum, { ...facts, language: 'zh-CN', phones: ['13900000002'] })
    expect([contacts.dialable(mum), contacts.may(mum, 'phone'), contacts.may(mum, 'video')]).toEqual([
      [],
      false,
      true,
    ])
  })
})
