import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoders, gb18030, utf8 } from './import-encodings.fixture.ts'
import { type ImportList, parseList } from './import-rules.ts'
import { template } from './import-template-rules.ts'
import { LARGEST_FILE } from './import-text-rules.ts'

const TODAY = '2026-11-22'
const list = (text: string): ImportList => {
  const parsed = parseList(utf8(text), TODAY)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}
const problem = (bytes: Uint8Array) => {
  const parsed = parseList(bytes, TODAY)
  return parsed.ok ? null : parsed.error
}
const codes = (text: string) =>
  list(text).problems.map(({ line, code, taken }) => `${line} ${code}${taken ? ' taken' : ''}`)

describe('a class list', () => {
  const text =
    '姓名,班级,学籍号,出生日期\r\n林小雨,二(1)班,G1001,2018-03-05\r\n𠮷㛃,二(2)班,G1002,2018/11/2\r\n'

  it.each(Object.entries(encoders))('is read in %s', (encoding, encode) => {
    const parsed = parseList(encode(text), TODAY)
    expect(parsed).toMatchObject({
      ok: true,
      value: { problems: [], delimiter: ',', encoding: encoding.split(' ')[0] },
    })
    expect(parsed.ok && parsed.value.rows).toEqual([
      {
        line: 2,
        name: '林小雨',
        schoolClass: { grade: 2, classNumber: 1, label: '二(1)班' },
        number: 'G1001',
        birthday: '2018-03-05',
      },
      {
        line: 3,
        name: '𠮷㛃',
        schoolClass: { grade: 2, classNumber: 2, label: '二(2)班' },
        number: 'G1002',
        birthday: '2018-11-02',
      },
    ])
  })

  it('brings how a name is read, where it says so with tones', () => {
    const read = list(
      '姓名,姓名拼音,班级\n洗小明,xian3 xiao3 ming2,二1班\n种阳,ZHONG YANG,二1班\n单立,？,二1班\n',
    )
    expect(read.rows.map(({ reading }) => reading)).toEqual(['xiǎn xiǎo míng', undefined, undefined])
    expect(read.problems).toMatchObject([{ line: 4, code: 'reading-unreadable', taken: true }])
    expect(read.unusedColumns).toEqual([])
  })

  it.each([',', '\t', ';'])('is cut at %j', (mark) => {
    const parsed = list(text.replaceAll(',', mark))
    expect([parsed.delimiter, parsed.rows.length]).toEqual([mark, 2])
  })

  it('keeps every child in every encoding with every mark, whatever stands around them', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('林王李欧阳小雨芳𠮷㛃子涵')),
      minLength: 1,
      maxLength: 40,
    })
    const row = fc.tuple(name, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(
        fc.uniqueArray(row, {
          minLength: 1,
          maxLength: 12,
          selector: ([each, grade, number]) => `${each} ${grade} ${number}`,
        }),
        fc.constantFrom(...Object.values(encoders)),
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
        fc.boolean(),
        (rows, encode, mark, end, quoted) => {
          const cell = (value: string | number) => (quoted ? `"${value}" `.trim() : `${value} `)
          const lines = [['姓名', '年级', '班级', '备注'], ...rows.map((each) => [...each, '138，0000'])]
          const parsed = parseList(
            encode(lines.map((line) => line.map(cell).join(mark)).join(end) + end),
            TODAY,
          )
          expect(parsed).toMatchObject({
            ok: true,
            value: { problems: [], delimiter: mark, unusedColumns: ['备注'] },
          })
          const read = parsed.ok ? parsed.value.rows : []
          expect(
            read.map((each) => [each.name, each.schoolClass.grade, each.schoolClass.classNumber]),
          ).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('may have a title above, empty lines between, another order, English headings and columns that are not ours', () => {
    const parsed = list(
      '光明小学学生花名册,,,\n\nClass,Date of birth,Name *,Remark\n2-1,2018.3.5, Anna   Li ,138\n,,,\n"三(2)班",20171231,"王\n芳",\n一年级,,林,\n',
    )
    expect(
      parsed.rows.map(({ line, name, schoolClass, birthday }) => [line, name, schoolClass.label, birthday]),
    ).toEqual([
      [4, 'Anna Li', '二(1)班', '2018-03-05'],
      [6, '王芳', '三(2)班', '2017-12-31'],
      [8, '林', '一年级', null],
    ])
    expect(parsed.unusedColumns).toEqual(['Remark'])
  })

  it('says what is wrong with each line and takes the others', () => {
    const lines = [
      '姓名,班级,学号,生日',
      ',二(1)班,1001,',
      `${'长'.repeat(41)},二(1)班,1002,`,
      '王芳,,1003,',
      '王芳,2月1日,1004,',
      '林小雨,二(1)班,1005,2018-02-30',
      '赵小雨,二(1)班,1005,',
      '李明,二(1)班,4.40883E+17,',
      '陈安,二(1)班,1006,2018-01-01',
      '陈安,二(1)班,1006,2018-01-01',
      '陈安,二(1)班,1007,2018-01-01',
    ]
    expect(codes(lines.join('\n'))).toEqual([
      '2 name-missing',
      '3 name-too-long',
      '4 class-missing',
      '5 class-unknown',
      '6 birthday-unreadable taken',
      '8 number-damaged taken',
      '10 duplicate-in-file',
    ])
    expect(list(lines.join('\n')).rows.map(({ line }) => line)).toEqual([6, 7, 8, 9, 11])
  })

  it('does not take a place in the register for the number of a child', () => {
    const parsed = list('姓名,班级,学号\n林小雨,二1班,1\n王芳,三1班,1\n')
    expect([parsed.rows.map(({ number }) => number), parsed.unusedColumns, parsed.problems]).toEqual([
      [null, null],
      ['学号'],
      [],
    ])
  })

  it('takes full-width digits, and 154 children', () => {
    const many = Array.from(
      { length: 154 },
      (_, index) => `学生${index},${1 + (index % 6)}（１）班,２０２６${1000 + index}`,
    )
    const parsed = list(['姓名,班级,学号', ...many].join('\n'))
    expect([parsed.rows.length, parsed.problems.length, parsed.rows[0]?.number]).toEqual([154, 0, '20261000'])
  })

  it.each(['zh-CN', 'en'] as const)(
    'has a template (%s) that is filled in and read again, its examples passed over',
    (language) => {
      const empty = template(language)
      expect(problem(utf8(empty))).toBe('file-empty')
      const parsed = list(`${empty}林小雨,二(1)班,G1001,2018-03-05\r\n`)
      expect([parsed.rows.length, parsed.unusedColumns, parsed.encoding]).toEqual([1, [], 'UTF-8'])
      expect(parsed.problems.map(({ code, taken }) => [code, taken])).toEqual([
        ['example', false],
        ['example', false],
      ])
    },
  )
})

describe('a file that is no list', () => {
  it.each([
    ['nothing', Uint8Array.of(), 'file-empty'],
    ['blank lines', utf8('\ufeff \r\n\n,\n'), 'file-empty'],
    ['spaces', utf8(' \n'), 'file-empty'],
    ['a workbook', utf8('PK\u0003\u0004rest'), 'file-is-xlsx'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'file-is-xls'],
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'file-is-picture'],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1), 'file-is-no-table'],
    ['broken bytes', Uint8Array.of(0x41, 0xff, 0xff, 0x41), 'file-encoding-unknown'],
    ['a half character of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), 'file-encoding-unknown'],
    ['a letter', utf8('亲爱的妈妈，我很好。\n'), 'header-missing'],
    ['a list without a class', utf8('姓名,学号\n林小雨,1001\n'), 'class-column-missing'],
    ['only a heading', gb18030('姓名,班级\n'), 'file-empty'],
    ['a very long line', utf8(`姓名,班级\n${'林'.repeat(10_001)},二1班`), 'file-is-no-table'],
    ['5,001 children', utf8(`姓名,班级\n${'林小雨,二1班\n'.repeat(5001)}`), 'too-many-lines'],
    ['50 MB of children', utf8('林小雨,二1班\n'.repeat(2_700_000)), 'too-many-lines'],
    ['more than 50 MB', new Uint8Array(LARGEST_FILE + 1), 'file-too-large'],
  ])('%s', (_what, bytes, code) => {
    expect(problem(bytes)).toBe(code)
  })

  it('never throws, whatever the bytes', () => {
    const start = fc.constantFrom(
      utf8(''),
      utf8('\ufeff'),
      utf8('姓名,班级\n'),
      gb18030('姓名\t班级\n"'),
      Uint8Array.of(0xff, 0xfe),
    )
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        const parsed = parseList(Uint8Array.of(...head, ...tail), TODAY)
        expect(typeof parsed.ok).toBe('boolean')
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('姓名班级,\t;"\n二(1)林 \ufeff')) }),
        (text) => {
          expect(typeof parseList(utf8(`姓名,班级\n${text}`), TODAY).ok).toBe('boolean')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
