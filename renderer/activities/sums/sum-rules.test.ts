import { describe, expect, it } from 'vitest'
import type { SumExercise } from '#core/learning/arithmetic/exercise-rules.ts'
import { segments } from '#ui/segments.ts'
import { answerable, asText, begun, lengthOf, numberText, spokenSum, typed } from './sum-rules.ts'

const whole = (units: number, places = 0) => ({ kind: 'number', units, places }) as const
const sum: SumExercise = {
  key: 's',
  level: 'l',
  terms: [whole(8), whole(75, 1)],
  operators: ['add'],
  over: null,
  pad: 'decimal',
}

describe('a sum on the screen', () => {
  it('writes decimals with their point', () => {
    expect(numberText(whole(5, 2))).toBe('0.05')
    expect(numberText(whole(125, 1))).toBe('12.5')
    expect(numberText(whole(30))).toBe('30')
  })

  it('is as long as what is drawn', () => {
    expect(lengthOf(sum)).toBe('8+7.5'.length)
  })

  it('is read with words for signs', () => {
    const said = spokenSum((key) => `<${key}>`, sum)
    expect(said).toEqual(['8', '<say.add>', '7.5', '<say.equals>'])
    expect(asText(said)).toBe('8 <say.add> 7.5 <say.equals>')
    const fraction = {
      ...sum,
      terms: [{ kind: 'fraction', numerator: 2, denominator: 7 } as const],
      operators: [],
      over: 7,
    }
    expect(spokenSum((key) => key, fraction)).toEqual(['say.fraction', 'say.equals-over'])
  })

  it('lights up part by part as it is read, in Chinese and in English', () => {
    // A segment is a character, or a run up to a blank: “8 ”, 加, “ ”, “7.5 ”, 等, 于, 几.
    expect(read(['8', '加', '7.5', '等于几'])).toEqual([1, 2, 2, 3, 4, 4, 4])
    expect(read(['7分之2', '乘', '3', '等于几'])).toEqual([1, 1, 1, 1, 2, 2, 3, 4, 4, 4])
    expect(read(['8', 'plus', '7.5', 'is how many?'])).toEqual([1, 2, 3, 4, 4, 4])
    expect(begun(['8', 'plus'], undefined)).toBe(0)
    expect(begun(['8', 'plus'], -1)).toBe(0)
  })
})

const read = (said: readonly string[]) => segments(asText(said)).map((_, at) => begun(said, at))
const type = (keys: string) => keys.split('').reduce((text, key) => typed(text, key), '')

describe('the pad', () => {
  it('takes digits, one point, and no leading zeros', () => {
    expect(type('15')).toBe('15')
    expect(type('007')).toBe('7')
    expect(type('.5.2')).toBe('0.52')
    expect(type('12345678')).toBe('123456')
  })
  it('hands in only what is a number', () => {
    expect(answerable('')).toBe(false)
    expect(answerable('3.')).toBe(false)
    expect(answerable('3.1')).toBe(true)
  })
})
