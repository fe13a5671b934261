import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classFrom, classFromTwo } from './class-rules.ts'

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
  ])('%s is class 1 of grade 2', (typed) => {
    expect(classFrom(typed)).toEqual({ grade: 2, classNumber: 1, label: '二(1)班' })
  })

  it.each(['', '班', '12班', '2月1日', '二(0)班', '十(1)班', '向日葵班', '2.1.1', '二(99)班'])(
    '%j is no class',
    (typed) => {
      expect(classFrom(typed)).toBeNull()
    },
  )

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

  it('joins a grade and a class, and refuses two that contradict', () => {
    for (const [grade, typed] of [
      ['二年级', '1班'],
      ['2', '1'],
      ['二', '(一)班'],
      ['二年级', '二(1)班'],
      ['', '二(1)班'],
    ]) {
      expect(classFromTwo(grade!, typed!)?.label, `${grade} ${typed}`).toBe('二(1)班')
    }
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
