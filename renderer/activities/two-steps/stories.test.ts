import { describe, expect, it } from 'vitest'
import { twoSteps } from '#core/learning/two-steps/activity-rules.ts'
import { asksWhatItSays, drawsWhatIsTold, numbersIn, reckoned } from '../word-problems/story-laws.fixture.ts'

/** The answer as a reader of the Chinese sentences finds it, who knows nothing of structures. */
function understood(text: string): number {
  const [a = 0, b = 0, c = 0] = numbersIn(text)
  if (text.endsWith('＝ ?')) return reckoned(text.replace('＝ ?', ''))
  if (/车上现在/u.test(text)) return a - b + c
  if (/找回/u.test(text)) return c - a * b
  if (/便宜了/u.test(text)) return a * (1 - b / 100)
  if (/没读/u.test(text)) return a - (a * c) / b
  if (/见面/u.test(text)) return a * c + b * c
  if (/改成每行/u.test(text)) return (a * b) / c
  if (/用了 .+同样的/u.test(text)) return (b * c) / a
  if (/倍/u.test(text)) return a * (1 + b)
  if (/比.+多/u.test(text)) return 2 * a + b
  if (/合起来平均/u.test(text)) return (a + b) / c
  if (/其余的平均/u.test(text)) return (a - b) / c
  if (/每个篮子里有.+送给/u.test(text)) return a * b - c
  if (/装满.+外面还有/u.test(text)) return a * b + c
  throw new Error(`What is asked? ${text}`)
}

describe.each(twoSteps.levels.map(({ id }) => id))('%s', (level) => {
  it('asks what its sentences say, in both languages', () => asksWhatItSays(twoSteps, level, understood))
  it('draws what is told and never the answer', () => drawsWhatIsTold(twoSteps, level))
})

it('gives the second step of a hint only after a miss', () => {
  const exercise = twoSteps.readExercise({ key: 'sum-times 3,4,5 apple yu shan', level: 'brackets' })!
  expect(twoSteps.hint(exercise, 0)).toEqual({ steps: ['3 ＋ 4'] })
  expect(twoSteps.hint(exercise, 1)).toEqual({ steps: ['3 ＋ 4', '□ × 5'] })
})

const asked = (key: string) => twoSteps.readExercise({ key: `${key} apple yu shan`, level: 'brackets' })

it('takes no expression that leaves the whole numbers', () => {
  expect(asked('sum-divide 3,5,4')).not.toBeNull()
  expect(asked('sum-divide 3,6,4')).toBeNull()
  expect(asked('minus-sum 9,5,4')).toBeNull()
})
