import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer, normaliseAnswer } from './check-rules.ts'
import { levels } from './curriculum-rules.ts'
import { goesIntoMistakes, helpFor, outcomeOf } from '../help-rules.ts'
import { type Dot, hintFor } from './hint-rules.ts'
import { questionFromId, questionsOf } from './question-rules.ts'
import { answerText } from './split-rules.ts'

const hint = (id: string) => hintFor(questionFromId('any', id)!)
const count = (frames: readonly (readonly Dot[])[], dot: Dot) =>
  frames.flat().filter((each) => each === dot).length
const told = (id: string) => {
  const shown = hint(id)
  if (shown.kind !== 'lines') return [shown.kind]
  const signs = { add: '+', subtract: '-', multiply: '×', divide: '÷' }
  return shown.lines.map((line) => `${line.left}${signs[line.operator]}${line.right}=${line.result}`)
}

describe('hints', () => {
  it('makes ten first: 8 + 7 is 8 and 2 in the first frame, 5 in the second', () => {
    const shown = hint('8+7')
    if (shown.kind !== 'ten-frames') throw new Error(shown.kind)
    expect(shown.frames.map((frame) => [count([frame], 'first'), count([frame], 'second')])).toEqual([
      [8, 2],
      [0, 5],
    ])
  })

  it('goes back through ten: 13 − 5 takes the three ones and two of the ten', () => {
    const shown = hint('13-5')
    if (shown.kind !== 'ten-frames') throw new Error(shown.kind)
    expect(shown.frames.map((frame) => [count([frame], 'first'), count([frame], 'taken')])).toEqual([
      [8, 2],
      [0, 3],
    ])
  })

  it.each([
    ['47+25', '47+20=67 67+5=72'],
    ['28+5', '28+2=30 30+3=33'],
    ['5+28', '28+2=30 30+3=33'],
    ['25+3', '5+3=8 20+8=28'],
    ['25+20', '20+20=40 40+5=45'],
    ['30+20', '3+2=5 30+20=50'],
    ['72-25', '72-20=52 52-5=47'],
    ['34-8', '34-4=30 30-4=26'],
    ['45-20', '40-20=20 20+5=25'],
    ['12×3', '10×3=30 2×3=6 30+6=36'],
    ['160×3', '100×3=300 60×3=180 300+180=480'],
    ['20×30', '2×3=6 20×30=600'],
    ['48÷3', '30÷3=10 18÷3=6 10+6=16'],
    ['60÷3', '6÷3=2 60÷3=20'],
    ['120÷30', '12÷3=4 120÷30=4'],
    ['0.5+0.3', '5+3=8 0.5+0.3=0.8'],
    ['2.4÷4', '24÷4=6 2.4÷4=0.6'],
    ['2.4÷0.3', '24÷3=8 2.4÷0.3=8'],
    ['1.2×3', '10×3=30 2×3=6 30+6=36 1.2×3=3.6'],
    ['0.25×100', '0.25×10=2.5 2.5×10=25'],
    ['25÷10', '1÷10=0.1 25÷10=2.5'],
    ['2/7×3', '2×3=6 2/7×3=6/7'],
    ['20-3×4', '3×4=12 20-12=8'],
  ])('splits %s', (id, lines) => {
    expect(told(id).join(' ')).toBe(lines)
  })

  it.each(levels.map(({ id }) => id))('leads every question of %s to its answer', (id) => {
    for (const question of questionsOf(id)) {
      const shown = hintFor(question)
      switch (shown.kind) {
        case 'ten-frames': {
          expect(shown.frames.every((frame) => frame.length === 10)).toBe(true)
          const left = count(shown.frames, 'first') + count(shown.frames, 'second')
          expect(left, question.id).toBe(Number(question.answer))
          break
        }
        case 'array':
          expect(shown.counts.length).toBe(shown.rows)
          expect(shown.rows * shown.columns).toBe(shown.counts.at(-1))
          expect([String(shown.rows), String(shown.counts.at(-1))], question.id).toContain(question.answer)
          break
        case 'bar':
          expect(shown.first + (shown.operator === 'add' ? shown.second : -shown.second), question.id).toBe(
            Number(question.answer),
          )
          expect(shown.parts).toBe(question.over)
          break
        case 'lines':
          expect(shown.lines.at(-1)?.result, question.id).toBe(answerText(question))
          expect(shown.lines.length, question.id).toBeLessThanOrEqual(5)
          break
      }
    }
  })
})

describe('help', () => {
  it('comes before failure: nothing, then a hint, then the answer, and only the answer shown makes a mistake', () => {
    expect([0, 1, 2, 3].map((wrong) => helpFor({ wrong, hintAsked: false }))).toEqual([
      'none',
      'hint',
      'answer',
      'answer',
    ])
    expect(helpFor({ wrong: 0, hintAsked: true })).toBe('hint')
    expect(outcomeOf({ wrong: 0, hintAsked: false })).toBe('alone')
    expect(outcomeOf({ wrong: 0, hintAsked: true })).toBe('helped')
    expect(outcomeOf({ wrong: 2, hintAsked: false })).toBe('shown')
    expect((['alone', 'helped', 'shown', 'skipped'] as const).map(goesIntoMistakes)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})

describe('a typed answer', () => {
  it.each([
    ['007', '7'],
    ['0', '0'],
    ['000', '0'],
    ['１５', '15'],
    ['.50', '0.5'],
    ['5.', '5'],
    ['0.0', '0'],
    [' 12 ', '12'],
    ['1。5', '1.5'],
    ['', null],
    ['.', null],
    ['1.2.3', null],
    ['-3', null],
    ['1e3', null],
    ['七', null],
  ])('reads %j as %j', (typed, answer) => {
    expect(normaliseAnswer(typed)).toBe(answer)
  })

  it('is right for every answer however many zeros surround it, and empty is no try', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99), fc.nat(4), (whole, hundredths, zeros) => {
        const answer = normaliseAnswer(`${whole}.${String(hundredths).padStart(2, '0')}`)!
        expect(checkAnswer({ answer }, '0'.repeat(zeros) + answer)).toBe('right')
        expect(checkAnswer({ answer }, `${answer}${answer.includes('.') ? '1' : '7'}`)).toBe('wrong')
        expect(checkAnswer({ answer }, '')).toBe('empty')
        expect(normaliseAnswer(answer)).toBe(answer)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => normaliseAnswer(typed) !== ''))
  })
})
