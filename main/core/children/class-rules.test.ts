import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classFrom, classFromTwo, isYearOn } from './class-rules.ts'

const on = (one: string, other: string) => isYearOn(classFrom(one)!, classFrom(other)!)

describe('a class as people type it', () => {
  it.each([
    '二(1)班',
    '二（１）班',
    '二年级1班',
    '二年级(1)班',
    '二年级（一）班',
    '二1班',
    '二(一)班',
    '2年级1班',
    '2(1)班',
    '2.1',
    '2-1',
    '201班',
    '201',
    '小学二年(1)班',
    ' 二 (1) 班 ',
    '光明小学二(1)班',
    '２．１班',
    '2.1班',
    '2·1班',
    '二【1】班',
    '二①班',
    '="2-1"',
    '\u200e二(1)班',
    '201.0',
    '二年級1班',
    'Grade 2 Class 1',
    'Class 1, Grade 2',
  ])('%s is class 1 of grade 2', (typed) => {
    expect(classFrom(typed)).toEqual({ grade: 2, classNumber: 1, label: '二(1)班' })
  })

  it.each([
    '',
    '班',
    '12班',
    '2月1日',
    '二(0)班',
    '十(1)班',
    '向日葵班',
    '2.1.1',
    '二(99)班',
    '2021级3班',
    '小一班',
    '大',
  ])('%j is no class', (typed) => {
    expect(classFrom(typed)).toBeNull()
  })

  it('reads its own labels, up to class 19 in numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 }), (grade, number) => {
        const school = classFrom(number === 0 ? `${grade}年级` : `${grade}年级${number}班`)
        expect(school).toMatchObject({ grade, classNumber: number })
        expect(classFrom(school!.label)).toEqual(school)
      }),
    )
    expect(classFrom('三(十二)班')?.classNumber).toBe(12)
  })

  it.each([
    ['初一(1)班', '七(1)班'],
    ['初中二年级3班', '八(3)班'],
    ['七年级', '七年级'],
    ['初三', '九年级'],
    ['一(A)班', '一(A)班'],
    ['1a班', '一(A)班'],
    ['三年级甲班', '三(甲)班'],
    ['学前班', '学前班'],
    ['学前(2)班', '学前(2)班'],
    ['幼儿园大班', '大班'],
    ['大(1)班', '大(1)班'],
    ['大一班', '大(1)班'],
    ['中2班', '中(2)班'],
    ['托班', '托班'],
    ['2024级1班', '三(1)班'],
    ['2024级(2)班', '三(2)班'],
    ['24级二班', '三(2)班'],
    ['2021级', '六年级'],
    ['初2025级1班', '八(1)班'],
  ])('%s is %s', (typed, label) => {
    const school = classFrom(typed, '2026-11-22')
    expect(school?.label).toBe(label)
    expect(classFrom(label)).toEqual(school)
  })

  it('by year of entry moves up in August, and has an end', () => {
    expect(classFrom('2024级1班', '2027-07-31')?.label).toBe('三(1)班')
    expect(classFrom('2024级1班', '2027-08-01')?.label).toBe('四(1)班')
    expect(classFrom('2015级1班', '2026-11-22')).toBeNull()
    expect(classFrom('2027级1班', '2026-11-22')).toBeNull()
  })

  it('is another one a year later', () => {
    for (const [one, other] of [
      ['二(1)班', '三(1)班'],
      ['六年级', '七年级'],
      ['学前班', '一(2)班'],
      ['大(1)班', '一(2)班'],
      ['中(1)班', '大(1)班'],
    ])
      expect([one, on(one!, other!)]).toEqual([one, true])
    for (const [one, other] of [
      ['二(1)班', '三(2)班'],
      ['二(1)班', '二(1)班'],
      ['中班', '一(1)班'],
      ['大(1)班', '学前(2)班'],
    ])
      expect([one, on(one!, other!)]).toEqual([one, false])
  })

  it('joins a grade and a class, and refuses two that contradict', () => {
    for (const [grade, typed] of [
      ['二年级', '1班'],
      ['2', '1'],
      ['二', '(一)班'],
      ['二年级', '二(1)班'],
      ['', '二(1)班'],
      ['2', '二(1)班'],
    ]) {
      expect(classFromTwo(grade!, typed!)?.label, `${grade} ${typed}`).toBe('二(1)班')
    }
    expect(classFromTwo('学前', '1班')?.label).toBe('学前(1)班')
    expect(classFromTwo('初一', '2')?.label).toBe('七(2)班')
    expect(classFromTwo('2024级', '2班', '2026-11-22')?.label).toBe('三(2)班')
    expect(classFromTwo('学前班', '')?.label).toBe('学前班')
    expect(classFromTwo('二年级', '')?.label).toBe('二年级')
    expect(classFromTwo('三年级', '二(1)班')).toBeNull()
  })

  it('never throws', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('二三十1209()年级班.-')) })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed, (one, other) => {
        for (const text of [one, other]) {
          classFrom(text)
          classFromTwo(text, other)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
