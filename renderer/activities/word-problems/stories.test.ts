import { describe, expect, it } from 'vitest'
import { wordProblems } from '#core/learning/word-problems/activity-rules.ts'
import { asksWhatItSays, drawsWhatIsTold, numbersIn } from './story-laws.fixture.ts'

/** The answer as a reader of the Chinese sentences finds it, who knows nothing of structures. */
function understood(text: string): number {
  const [a = 0, b = 0, c = 0] = numbersIn(text)
  if (/分之/u.test(text)) return (a * c) / b
  if (/比是/u.test(text)) return (a * b) / (b + c)
  if (/%/u.test(text)) return (a * b) / 100
  if (/最少要多少条船/u.test(text)) return Math.ceil(a / b)
  if (/最多可以装满/u.test(text)) return Math.floor(a / b)
  if (/能装满的都装满/u.test(text)) return a % b
  if (/多少倍/u.test(text)) return a / b
  if (/这是.+的 \d+ 倍/u.test(text)) return a / b
  if (/是.+的 \d+ 倍/u.test(text)) return a * b
  if (/多多少/u.test(text)) return a - b
  if (/比.+多 /u.test(text)) return a + b
  if (/比.+少 /u.test(text)) return a - b
  if (/平均分给|平均装进|装一袋|扎一束/u.test(text)) return a / b
  if (/一共用了|平均每小时/u.test(text)) return b / a
  if (/卖 \d+ 元。\d+ 元可以买/u.test(text)) return b / a
  if (/路上要走/u.test(text)) return a / b
  if (/每(?:小时|分钟|个篮子|盒|行)|一共要多少元/u.test(text)) return a * b
  if (/还剩|还有/u.test(text)) return a - b
  if (/一共/u.test(text)) return a + b
  throw new Error(`What is asked? ${text}`)
}

describe.each(wordProblems.levels.map(({ id }) => id))('%s', (level) => {
  it('asks what its sentences say, in both languages', () => asksWhatItSays(wordProblems, level, understood))
  it('draws what is told and never the answer', () => drawsWhatIsTold(wordProblems, level))
})

const asked = (key: string) => wordProblems.readExercise({ key, level: 'together-10' })

it('takes no story that its own rules could not have told', () => {
  expect(asked('combine-have 3,4 apple yu shan')).not.toBeNull()
  expect(asked('combine-have 3,4 apple yu yu')).toBeNull()
  expect(asked('combine-have 3,4 pig yu shan')).toBeNull()
  expect(asked('combine-have 3 apple yu shan')).toBeNull()
  expect(asked('combine-have 0,4 apple yu shan')).toBeNull()
  expect(asked('left-eat 3,4 apple yu shan')).toBeNull()
  expect(asked('share-people 8,4 apple yu shan')).toBeNull()
})
