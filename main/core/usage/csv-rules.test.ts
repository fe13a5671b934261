import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type Cell, csvOf, withoutFormula } from './csv-rules.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('=+-@"\',;\t\r\n 林雨1')) }),
)
const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))

const kept = (value: Cell) =>
  typeof value === 'string' ? withoutFormula(value.replaceAll('\0', '')) : String(value ?? '')

describe('a table for Excel and WPS', () => {
  it('has the mark of UTF-8, CRLF, and quotes only where needed', () => {
    expect(
      csvOf([
        ['姓名', '分钟'],
        ['林小雨', 30],
        ['a"b', null],
        ['一,二', 1.5],
      ]),
    ).toBe('\uFEFF姓名,分钟\r\n林小雨,30\r\n"a""b",\r\n"一,二",1.5\r\n')
    expect(csvOf([])).toBe('\uFEFF')
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('does not let %j run', (typed) => {
    expect(withoutFormula(typed)).toBe(`'${typed}`)
  })

  it('comes back as it went, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const back = Papa.parse<string[]>(csvOf(rows).slice(1), {
            delimiter: ',',
            newline: '\r\n',
          }).data.slice(0, -1)
          expect(back).toEqual(rows.map((row) => row.map(kept)))
          for (const value of back.flat())
            expect(/^[=+@\t\r]/.test(value) && Number.isNaN(Number(value))).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('keeps negative numbers numbers and has nothing to say for what is no number', () => {
    expect(csvOf([[-3, Number.NaN, Infinity]])).toBe('\uFEFF-3,,\r\n')
  })
})
