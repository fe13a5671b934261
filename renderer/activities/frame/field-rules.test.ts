import { expect, it } from 'vitest'
import { emptyFields, numbersOf, typedInto, wiped, type Writing } from './field-rules.ts'

const clock = [12, 59]
const type = (digits: string, from: Writing = emptyFields(2)) =>
  digits.split('').reduce((writing, digit) => typedInto(writing, digit, clock), from)

it('goes on to the next field by itself, where no more digit fits', () => {
  expect(type('740')).toEqual({ texts: ['7', '40'], at: 1 })
  expect(type('1240')).toEqual({ texts: ['12', '40'], at: 1 })
  expect(type('7')).toEqual({ texts: ['7', ''], at: 1 })
  expect(type('1')).toEqual({ texts: ['1', ''], at: 0 })
  // After 1 a 4 can only be minutes.
  expect(type('145')).toEqual({ texts: ['1', '45'], at: 1 })
  expect(type('305')).toEqual({ texts: ['3', '5'], at: 1 })
})

it('takes no digit too many', () => {
  expect(type('74099').texts).toEqual(['7', '40'])
  expect(type('765').texts).toEqual(['7', '6'])
})

it('wipes digit by digit, back into the field before', () => {
  let writing = type('740')
  const steps = Array.from({ length: 4 }, () => (writing = wiped(writing)).texts.join(':'))
  expect(steps).toEqual(['7:4', '7:', ':', ':'])
})

it('is a number in every field, or nothing', () => {
  expect(numbersOf(type('740'))).toEqual([7, 40])
  expect(numbersOf(type('7'))).toBeUndefined()
})
