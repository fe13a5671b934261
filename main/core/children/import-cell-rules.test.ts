import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthdayFrom } from './import-cell-rules.ts'

const TODAY = '2026-11-22'

describe('a cell of a class list', () => {
  it('reads birthdays of pupils only', () => {
    const read = [
      '2018-03-05',
      '2018/3/5',
      '2018.3.5',
      '20180305',
      '２０１８年３月５日',
      '2018-03-05 00:00:00',
      '2018-03-05T00:00:00.000Z',
      '2018年3月5日 星期一',
      '="2018-03-05"',
      '20180305.0',
      '5-Mar-2018',
      '43164',
      '43164.0',
      '\u200e2018-03-05',
    ].map((typed) => birthdayFrom(typed, TODAY))
    expect(new Set(read)).toEqual(new Set(['2018-03-05']))
    expect(birthdayFrom('3/25/2018', TODAY)).toBe('2018-03-25')
    expect(birthdayFrom('25.3.2018', TODAY)).toBe('2018-03-25')
    for (const typed of [
      '',
      '3/5/2018',
      '18-3-5',
      '2018-02-29',
      '2026-11-23',
      '1990-01-01',
      '53164',
      'x',
      '2018-03',
    ])
      expect(birthdayFrom(typed, TODAY), typed).toBeNull()
  })

  it('never throws', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('二三十1209()年级班.-')) })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed, (one, other) => {
        for (const text of [one, other]) {
          birthdayFrom(text, TODAY)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
