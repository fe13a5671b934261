import { describe, expect, it } from 'vitest'
import { encoders, utf8 } from './import-encodings.fixture.ts'
import { type ImportPlan, planImport } from './import-plan-rules.ts'
import { type ImportList, parseList } from './import-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { coreOfName } from './name-rules.ts'

const TODAY = '2026-11-30'
const HEADING = '姓名,班级,学号,出生日期'

/** A list that was read; it adds up, whatever stands in it. */
function read(text: string, encode: (text: string) => Uint8Array = utf8): ImportList {
  const list = parseList(encode(text), TODAY)
  if (!list.ok) throw new Error(list.error)
  const { rows, problems, lines } = list.value
  expect(rows.length + problems.filter(({ taken }) => !taken).length).toBe(lines)
  return list.value
}
const told = ({ problems }: ImportList) => problems.map(({ line, code }) => `${line} ${code}`)

const child = (id: string, name: string, more: Partial<KnownChild> = {}): KnownChild => ({
  id,
  name,
  classLabel: '二(1)班',
  number: null,
  birthday: null,
  ...more,
})
const asked = ({ ask }: ImportPlan) =>
  ask.map(({ row, why, candidates }) => `${row.name} ${why} ${candidates.map(({ id }) => id).join(' ')}`)
const plan = (known: readonly KnownChild[], ...lines: readonly string[]): ImportPlan => {
  const { rows } = read([HEADING, ...lines].join('\n'))
  const made = planImport(known, rows)
  expect(made.create.length + made.update.length + made.unchanged.length + made.ask.length).toBe(rows.length)
  return made
}

describe('a name with something beside it', () => {
  it.each([
    ['林小雨(女)', '林小雨'],
    ['林小雨(转走', '林小雨'],
    ['3林小雨', '林小雨'],
    ['12、林小雨', '林小雨'],
    ['林小雨*', '林小雨'],
    ['林小雨2', '林小雨'],
    ['林小雨Lin Xiaoyu', '林小雨'],
    ['Anna Li', 'Anna Li'],
    ['买买提·艾力', '买买提·艾力'],
    ['(女)', '(女)'],
  ])('%j may be %j', (name, core) => expect(coreOfName(name)).toBe(core))

  it('is a question, never a second child and never the same one by itself', () => {
    const known = [child('a', '林小雨', { number: '2101', birthday: '2018-03-05' })]
    for (const name of ['林小雨（女）', '林小雨*', '林小雨(转走)', '林小雨 Lin Xiaoyu']) {
      const bare = plan(known, `${name},二(1)班,,`)
      expect([bare.create, bare.update, bare.unchanged]).toEqual([[], [], []])
      expect(asked(bare)[0]).toMatch(/ name-alike a$/)
      expect(asked(plan(known, `${name},二(1)班,2101,2018-03-05`))[0]).toMatch(/ name-alike a$/)
      expect(asked(plan(known, `${name},二(1)班,2101,2018-09-09`))[0]).toMatch(/ birthday-differs a$/)
    }
  })

  it('is nothing where it is the place in a list; and two of one name stay a question', () => {
    const known = [child('a', '林小雨', { number: '2101', birthday: '2018-03-05' })]
    for (const name of ['1林小雨', '1.林小雨', '①林小雨', '（12）林小雨', '３、林小雨'])
      expect(plan(known, `${name},二(1)班,2101,`).unchanged).toMatchObject([{ id: 'a' }])
    expect(asked(plan([], '1林小雨,二(1)班,,', '2林小雨,二(1)班,,'))).toHaveLength(1)
  })

  it('keeps apart whom the school tells apart by it', () => {
    const known = [child('a', '林小雨1'), child('b', '林小雨2')]
    const same = plan(known, '林小雨1,二(1)班,,', '林小雨2,二(1)班,,')
    expect([same.unchanged.map(({ id }) => id), same.ask]).toEqual([['a', 'b'], []])
    expect(plan([], '林小雨1,二(1)班,,', '林小雨2,二(1)班,,').create).toHaveLength(2)
  })
})

describe('twins', () => {
  it('of one class and one birthday are two, the first time and the second', () => {
    const lines = ['林小明,二(1)班,2101,2018-03-05', '林小红,二(1)班,2102,2018-03-05'] as const
    expect(plan([], ...lines).create).toHaveLength(2)
    const known = [
      child('a', '林小明', { number: '2101', birthday: '2018-03-05' }),
      child('b', '林小红', { number: '2102', birthday: '2018-03-05' }),
    ]
    expect(plan(known, ...lines).unchanged.map(({ id }) => id)).toEqual(['a', 'b'])
    const swapped = plan(known, '林小明,二(1)班,2102,2018-03-05', '林小红,二(1)班,2101,2018-03-05')
    expect(swapped.create).toEqual([])
    for (const { row, id } of swapped.update)
      expect(known.find((each) => each.id === id)?.name).toBe(row.name)
  })
})

describe('numbers that are none', () => {
  it('are left empty with their line, and make no two children one', () => {
    const none = ['无', '-', '#N/A', 'NULL', '待定', '000', '/']
    const list = read(
      [HEADING, '陈安,二(1)班,2101,', ...none.map((typed, at) => `林${at}号,二(1)班,${typed},`)].join('\n'),
    )
    expect(list.rows.slice(1).map(({ number }) => number)).toEqual(none.map(() => null))
    expect(told(list)).toEqual(none.map((_, at) => `${at + 3} number-unreadable`))
    const known = [child('a', '王芳', { number: '无' })]
    expect(plan(known, '陈安,二(1)班,2101,', '黄明,二(1)班,无,').create).toHaveLength(2)
  })
})

describe('what is no child', () => {
  it.each(['Sheet2', '12', '#REF!', 'null', 'NaN', 'Page 3'])('%j in the column of names', (typed) => {
    const list = read(`${HEADING}\n林小雨,二(1)班,2101,\n${typed},,,\n王芳,二(1)班,2102,`)
    expect(list.rows.map(({ name }) => name)).toEqual(['林小雨', '王芳'])
    expect(told(list)).toEqual(['3 not-a-child'])
  })
})

describe('a quotation mark inside of a cell', () => {
  it('is read without it and said, in a name, a number and a date', () => {
    const list = read(
      `${HEADING}\n林"小雨,二(1)班,2101,2018-03-05\n王芳,二(1)班,2102",2018-03-06\n陈安,二(1)班,2103,2018-03-07"\n`,
    )
    expect(list.rows.map(({ name, number, birthday }) => [name, number, birthday])).toEqual([
      ['林小雨', '2101', '2018-03-05'],
      ['王芳', '2102', '2018-03-06'],
      ['陈安', '2103', '2018-03-07'],
    ])
    expect(told(list)).toEqual(['2 stray-quote', '3 stray-quote', '4 stray-quote'])
  })
})

describe('birthdays as hands write them', () => {
  it.each([
    ['2015、3、7', '2015-03-07'],
    ['2015。3。7', '2015-03-07'],
    ['2015 3 7', '2015-03-07'],
    ['2015.3.7.', '2015-03-07'],
    ['二〇一五年三月七日', '2015-03-07'],
    ['二〇一五年十二月三十一日', '2015-12-31'],
    ['二零一五年十月二十号', '2015-10-20'],
    ['2015年3月7号', '2015-03-07'],
    ['3/7/2015', null],
    ['2015-13-07', null],
    ['农历2015年三月初七', null],
    ['150307', null],
  ])('%j', (typed, birthday) => {
    const { rows, problems } = read(`${HEADING}\n林小雨,二(1)班,2101,"${typed}"`)
    expect(rows[0]?.birthday).toBe(birthday)
    expect(problems.map(({ code }) => code)).toEqual(birthday === null ? ['birthday-unreadable'] : [])
  })
})

describe('UTF-16', () => {
  it.each(['UTF-16LE', 'UTF-16BE'] as const)('%s is read without its mark, too', (encoding) => {
    const list = read(`${HEADING}\n林小雨,一(1)班,2101,2018-03-05\n`, (text) =>
      encoders[encoding](text).slice(2),
    )
    expect([list.encoding, list.rows[0]?.name]).toEqual([encoding, '林小雨'])
  })
})

const phones = (typed: string) =>
  read(`姓名,班级,家长,电话\n林小雨,二(1)班,李梅,${typed}`).rows[0]?.guardians?.[0]?.phones

describe('classes and telephones with a remark', () => {
  it.each([
    ['二年级1班（走读）', '二(1)班'],
    ['二(1)班(寄宿)', '二(1)班'],
    ['学前大班', '大班'],
    ['二年级(1)班', '二(1)班'],
  ])('%j is %s', (typed, label) =>
    expect(read(`${HEADING}\n林小雨,${typed},2101,`).rows[0]?.schoolClass.label).toBe(label),
  )

  it('forwarded to somebody, but no extension', () => {
    expect(phones('13800000001转妈妈')).toEqual(['+8613800000001'])
    expect(phones('13800000001（请转接妈妈）')).toEqual(['+8613800000001'])
    expect(phones('0793-5712345转802')).toEqual([])
    expect(phones('0793-5712345分机802')).toEqual([])
  })
})
