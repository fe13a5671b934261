import { describe, expect, it } from 'vitest'
import { gb18030, utf8 } from './import-encodings.fixture.ts'
import { type ImportList, parseList } from './import-rules.ts'

const TODAY = '2026-11-22'
const read = (text: string, encode = utf8): ImportList => {
  const list = parseList(encode(text), TODAY)
  if (!list.ok) throw new Error(list.error)
  const { rows, problems, lines } = list.value
  // whatever stands in the list, it adds up
  expect(rows.length + problems.filter(({ taken }) => !taken).length).toBe(lines)
  return list.value
}
const children = ({ rows }: ImportList) => rows.map(({ name, schoolClass }) => `${name} ${schoolClass.label}`)
const told = ({ problems }: ImportList) =>
  problems.map(({ line, code, value }) => [line, code, ...(value === '' ? [] : [value])].join(' '))
const left = ({ problems }: ImportList) =>
  problems.filter(({ taken }) => !taken).map(({ line, code, text }) => `${line} ${code}: ${text}`)
const notes = ({ notes: all }: ImportList) =>
  all.map(({ code, value, count }) => `${code} ${value} ${count}`.trim())

const class29 = (remark: (index: number) => string) =>
  [
    '姓名,班级,学籍号,备注',
    ...Array.from({ length: 29 }, (_, index) => `陈${index},二(1)班,G10${10 + index},${remark(index)}`),
  ].join('\n')

const wide = (count: number) => utf8(`姓名,班级\n${`林小雨,二1班${','.repeat(16_382)}\n`.repeat(count)}`)

describe('a quotation mark that nobody closes', () => {
  it('ends with its line, wherever it stands', () => {
    const list = read(class29((index) => (index === 1 ? '"三好学生' : '')))
    expect(list.rows).toHaveLength(29)
    expect(told(list)).toEqual(['3 stray-quote 陈1,二(1)班,G1011,"三好学生'])
    for (const broken of ['"', '"好"学', '好"', '""好'])
      expect(read(class29((index) => (index === 4 ? broken : ''))).rows).toHaveLength(29)
    const two = read(class29((index) => (index === 1 || index === 9 ? '"' : '')))
    expect([two.rows.length, told(two)]).toEqual([
      29,
      ['3 stray-quote 陈1,二(1)班,G1011,"', '11 stray-quote 陈9,二(1)班,G1019,"'],
    ])
    const inName = read('姓名,班级\n"林小雨,二1班\n王芳,二1班\n"陈安",二1班\n')
    expect(children(inName)).toEqual(['林小雨 二(1)班', '王芳 二(1)班', '陈安 二(1)班'])
  })

  it('is no reason to cut a cell that does run over lines', () => {
    const list = read(
      '姓名,班级,地址,电话\n林,二1班,"湛江, 赤坎\n中山路 ""8"" 号","13800000006\n13900000006"\n王,二1班,,\n',
    )
    expect([list.rows.map(({ line }) => line), list.problems]).toEqual([[2, 5], []])
    expect(list.rows[0]?.guardians?.[0]?.phones).toEqual(['+8613800000006', '+8613900000006'])
  })
})

describe('columns', () => {
  it('in two blocks are all read, each line for itself', () => {
    const list = read(
      '姓名,班级,学号,,姓名,班级,学号\n林小雨,二1班,G1,,黄明,二2班,G4\n王芳,二1班,G2,,李思远,二2班,G5\n陈安,二1班,G3,,,,\n',
    )
    expect(children(list)).toEqual([
      '林小雨 二(1)班',
      '黄明 二(2)班',
      '王芳 二(1)班',
      '李思远 二(2)班',
      '陈安 二(1)班',
    ])
    expect([list.lines, list.problems, notes(list)]).toEqual([5, [], ['blocks 2 0']])
    expect(new Set(list.rows.map(({ line }) => line)).size).toBe(5)
  })

  it('may share the class of the first block, and their own order', () => {
    const list = read(
      '班级,序号,姓名,学号,序号,姓名,学号\n二1班,1,林小雨,G1,2,王芳,G2\n二1班,3,陈安,G3,4,黄明,\n',
    )
    expect(list.rows.map(({ name, number }) => `${name} ${number}`)).toEqual([
      '林小雨 G1',
      '王芳 G2',
      '陈安 G3',
      '黄明 null',
    ])
    expect(children(list).every((child) => child.endsWith('二(1)班'))).toBe(true)
  })

  it('of a merged class are filled down, and the list says so', () => {
    const list = read(
      '班级,姓名,学号\n二(1)班,林小雨,20230101\n,王芳,20230102\n,陈安,20230103\n二(2)班,黄明,20230104\n,李思远,20230105\n合计,5人,\n',
    )
    expect(children(list)).toEqual([
      '林小雨 二(1)班',
      '王芳 二(1)班',
      '陈安 二(1)班',
      '黄明 二(2)班',
      '李思远 二(2)班',
    ])
    expect([notes(list), left(list)]).toEqual([['class-filled  3'], ['7 not-a-child: 合计 | 5人']])
  })

  it('of a merged grade too, but no further down than it goes', () => {
    const list = read('年级,班级,姓名\n二年级,1班,林\n,,王\n,2班,陈\n三年级,,黄\n')
    expect(children(list)).toEqual(['林 二(1)班', '王 二(1)班', '陈 二(2)班', '黄 三年级'])
  })

  it('where classes repeat, an empty class was forgotten', () => {
    expect(left(read('姓名,班级\n林,二1班\n王,二1班\n陈,\n'))).toEqual(['4 class-missing: 陈'])
  })

  it('longer than the heading are named with their line, or once as a column', () => {
    const list = read('姓名,班级\n林,二1班,很乖\n王,二1班\n陈,二1班\n')
    expect([children(list).length, told(list)]).toEqual([3, ['2 cells-beyond 很乖']])
    const column = read('姓名,,班级\n林,女,二1班,甲\n王,女,二1班,乙\n')
    expect([told(column), notes(column)]).toEqual([[], ['columns-unnamed B、D 0']])
  })
})

describe('lines that are no child', () => {
  it('are left out with what they say', () => {
    const list = read(
      [
        '光明小学学生花名册,,',
        '2026年9月,,',
        '姓名,班级,学号',
        '林小雨,二1班,G1',
        '姓名,班级,学号',
        '王芳,二1班,G2',
        '合计,2,',
        '备注：王芳下周转来,,',
        '制表人：陈老师,,2026年9月1日',
      ].join('\n'),
    )
    expect(children(list)).toEqual(['林小雨 二(1)班', '王芳 二(1)班'])
    expect(left(list)).toEqual([
      '1 title: 光明小学学生花名册',
      '2 title: 2026年9月',
      '5 heading-again: 姓名 | 班级 | 学号',
      '7 not-a-child: 合计 | 2',
      '8 not-a-child: 备注：王芳下周转来',
      '9 not-a-child: 制表人：陈老师 | 2026年9月1日',
    ])
  })

  it('may be a class that holds for the lines below, or stand in the title', () => {
    const sections = read('姓名,学号\n二(1)班,\n林,G1\n三(2)班,\n王,G2\n')
    expect([children(sections), left(sections)]).toEqual([
      ['林 二(1)班', '王 三(2)班'],
      ['2 class-heading: 二(1)班', '4 class-heading: 三(2)班'],
    ])
    const titled = read('光明小学二(1)班花名册,\n姓名,学号\n林,G1\n')
    expect([children(titled), notes(titled)]).toEqual([['林 二(1)班'], ['class-from-title 二(1)班 1']])
  })
})

describe('a sheet saved with its used range', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `林${index},二(1)班,G10${10 + index}`)
  it.each([
    [
      'empty rows',
      (mark: string) =>
        [...rows.map((row) => `${row},`), ...Array.from({ length: 20_000 }, () => ',,,')]
          .join('\n')
          .replaceAll(',', mark),
    ],
    [
      'columns to XFD',
      (mark: string) =>
        rows
          .map((row) => `${row}${','.repeat(16_381)}`)
          .join('\n')
          .replaceAll(',', mark),
    ],
    [
      'a stray cell in XFD',
      (mark: string) =>
        rows
          .map((row) => `${row}${','.repeat(16_381)}x`)
          .join('\n')
          .replaceAll(',', mark),
    ],
  ])('with %s is 40 children', (_what, text) => {
    for (const [mark, encode] of [
      [',', utf8],
      ['\t', gb18030],
    ] as const) {
      const list = read(`姓名,班级,学籍号\n`.replaceAll(',', mark) + text(mark), encode)
      expect([list.rows.length, list.problems, list.delimiter]).toEqual([40, [], mark])
    }
  })

  it('of 5,000 children is read within seconds, and one more child is too many', () => {
    const started = performance.now()
    const list = parseList(wide(5000), TODAY)
    expect([list.ok && list.value.rows.length, performance.now() - started < 30_000]).toEqual([5000, true])
    expect(parseList(wide(5001), TODAY)).toEqual({ ok: false, error: 'too-many-lines' })
  })
})

describe('classes and numbers of a list', () => {
  it('by year of entry are read with the school year, and the list says so', () => {
    const list = read('姓名,班级\n林,2024级1班\n王,2024级(2)班\n陈,2021级3班\n')
    expect(children(list)).toEqual(['林 三(1)班', '王 三(2)班', '陈 六(3)班'])
    expect(notes(list)).toEqual([
      'class-by-year 2024级1班 → 三(1)班 1',
      'class-by-year 2024级(2)班 → 三(2)班 1',
      'class-by-year 2021级3班 → 六(3)班 1',
    ])
  })

  it('that a program cut are left empty, each with its line', () => {
    const list = read('姓名,班级,学号\n林,二1班,440883201903050000\n王,二1班,440883201811120000\n')
    expect([list.rows.map(({ number }) => number), told(list)]).toEqual([
      [null, null],
      ['2 number-damaged 440883201903050000', '3 number-damaged 440883201811120000'],
    ])
    const lettered = (last: string) =>
      read(`姓名,班级,学籍号\n林,二1班,G440883201903050000\n王,二1班,G44088320181112${last}\n`)
    expect(lettered('0000').rows.map(({ number }) => number)).toEqual([null, null])
    expect(lettered('0033').problems).toEqual([])
  })

  it('as pandas writes them are the numbers that they were', () => {
    const list = read(
      '姓名,班级,学号,生日\n林,二1班,20230101.0,43164\n王,二1班,"=""0012""",2018-03-05 00:00:00\n',
    )
    expect(list.rows.map(({ number, birthday }) => [number, birthday])).toEqual([
      ['20230101', '2018-03-05'],
      ['0012', '2018-03-05'],
    ])
    expect(notes(list)).toEqual(['birthday-counted 43164 → 2018-03-05 1'])
  })
})

describe('the class', () => {
  it('stands in the title where the heading names nothing but the children', () => {
    const list = read(
      '希望小学二(1)班学生名单\n2026年9月\n序号,姓名,性别,备注\n1,林小雨,女,\n2,王芳,女,转入\n合计,2,,\n',
    )
    expect(children(list)).toEqual(['林小雨 二(1)班', '王芳 二(1)班'])
    expect([left(list).length, notes(list)]).toEqual([3, ['class-from-title 二(1)班 2']])
    // a heading that says more is the better one, however far down
    expect(children(read('姓名,\n说明\n姓名,班级\n林小雨,三2班\n'))).toEqual(['林小雨 三(2)班'])
  })

  it('stands above each block of columns', () => {
    const list = read(
      '二(1)班,,,二(2)班,,\n序号,姓名,学号,序号,姓名,学号\n1,林小雨,G1,1,王芳,G2\n2,黄明,G3,,,\n',
    )
    expect(children(list)).toEqual(['林小雨 二(1)班', '王芳 二(2)班', '黄明 二(1)班'])
    expect(notes(list)).toEqual(['blocks 2 0', 'class-from-title 二(1)班 2', 'class-from-title 二(2)班 1'])
  })

  it('of a year of entry may be written in characters', () =>
    expect(children(read('姓名,班级\n林,二〇二一级三班\n王,二零二四级1班\n'))).toEqual([
      '林 六(3)班',
      '王 三(1)班',
    ]))
})

describe('the cell of a name', () => {
  it('may have the place in the list before it, which is left out and said', () => {
    const list = read('姓名,班级\n1.林小雨,二1班\n② 王芳,二1班\n')
    expect(children(list)).toEqual(['林小雨 二(1)班', '王芳 二(1)班'])
    expect(notes(list)).toEqual(['name-numbered 1.林小雨 → 林小雨 2'])
  })

  it('of two names is a question to the person who made the list', () => {
    const list = read(
      '姓名,班级\n林小雨/王芳,二1班\n陈安、黄明,二1班\n迪丽热巴·迪力木拉提,二1班\n李明，,二1班\n',
    )
    expect(children(list)).toEqual(['迪丽热巴·迪力木拉提 二(1)班', '李明 二(1)班'])
    expect(left(list).map((each) => each.split(':')[0])).toEqual(['2 names-several', '3 names-several'])
  })

  it('that says where somebody went is no child', () => {
    const list = read(
      [
        '姓名,班级',
        ...['林小雨', '转学', '（空）', '-', '女生', '男生20人', '以上共40人'].map((name) => `${name},二1班`),
      ].join('\n'),
    )
    expect([children(list), left(list).length]).toEqual([['林小雨 二(1)班'], 6])
  })
})

describe('a telephone number in the column of names', () => {
  it('is the guardian’s, and no part of the name', () => {
    const [row] = read('姓名,班级,监护人,关系,电话\n赵乐,二1班,赵六 13800000010,父,13900000010\n').rows
    expect(row?.guardians).toEqual([
      { name: '赵六', relation: '爸爸', phones: ['+8613900000010', '+8613800000010'] },
    ])
  })

  it('is found under English headings too', () => {
    const [row] = read('Name,Class,Mother,Mother phone\nLin Xiaoyu,2.1,Lin Xiuying,13800000006\n').rows
    expect(row?.guardians).toEqual([{ name: 'Lin Xiuying', relation: '妈妈', phones: ['+8613800000006'] }])
  })
})
