import { describe, expect, it } from 'vitest'
import { seededRandom } from '#core/learning/random-rules.ts'
import { wordProblems } from '#core/learning/word-problems/activity-rules.ts'
import { sentencesOf } from '#core/learning/word-problems/make-rules.ts'
import { factsOf } from '#core/learning/word-problems/story-rules.ts'
import { wordsInFiles } from '../words-in-files.fixture.ts'

const told = await Promise.all(['zh-CN', 'en'].map(wordsInFiles))

function* exercises(level: string, many = 300) {
  const random = seededRandom(21)
  const state = wordProblems.readState(null, level)
  for (let made = 0; made < many; made += 1)
    yield wordProblems.next(state, random, { grade: null, term: 1, inRound: [], seen: [] })
}

const numbersIn = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => number).toSorted()

/** The answer as a reader of the Chinese sentences finds it, who knows nothing of structures. */
function understood(text: string): number {
  const [a = 0, b = 0, c = 0] = [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => Number(number))
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
  it('asks what its sentences say, in both languages', () => {
    for (const exercise of exercises(level)) {
      const story = wordProblems.toldOf(exercise)
      const [chinese = '', english = ''] = told.map((words) =>
        sentencesOf(story)
          .map((key) => words.t(key, { ns: 'word-problems', ...factsOf(story) }))
          .join(' '),
      )
      const plain = chinese.replaceAll('。 ', '。')
      expect(understood(plain), plain).toBeCloseTo(Number(wordProblems.solve(exercise)), 9)
      expect(chinese).toMatch(/^[^ ].*？$/u)
      expect(chinese.replaceAll(' ', '')).not.toMatch(/[A-Za-z]/u)
      // A number stands free, or before its sign; a measure word follows it at once.
      expect(chinese).not.toMatch(/[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]| {2}/u)
      expect(english).toMatch(/^[A-Z\d].*\?$/u)
      expect(english).not.toMatch(/[\u4e00-\u9fff]| {2}|\{|\$/u)
      expect(english).not.toMatch(/\b1 [a-z]+s\b/u)
      expect(numbersIn(english)).toEqual(numbersIn(chinese))
    }
  })

  it('draws what is told and never the answer', () => {
    for (const exercise of exercises(level)) {
      const { structure, numbers, story } = wordProblems.toldOf(exercise)
      const { bars, total } = structure.picture(numbers)
      const given = Object.values(factsOf(wordProblems.toldOf(exercise)))
      for (const bar of bars) {
        const size = bar.parts.reduce((sum, part) => sum + part.size, 0)
        if (bar.total !== null && bar.total !== '?') expect(size).toBeCloseTo(Number(bar.total), 9)
        for (const { text } of bar.parts) {
          expect(text === '' || text === '?' || text.startsWith('…') || given.includes(text), text).toBe(true)
        }
      }
      if (total !== null) expect(given).toContain(total)
      if (!['full', 'rest', 'boats'].includes(story.structure)) {
        let found = 0
        for (const step of structure.steps(numbers)) found = reckoned(step.replace('□', `${found}`))
        expect(found).toBeCloseTo(Number(wordProblems.solve(exercise)), 9)
      }
    }
  })
})

/** A line of two numbers, or one with a bracket behind it. */
function reckoned(line: string): number {
  const inside = /\((.+)\)/u.exec(line)?.[1]
  const flat = inside === undefined ? line : line.replace(`(${inside})`, `${reckoned(inside)}`)
  const [left = '', sign = '', right = ''] = flat.split(' ')
  const [a, b] = [Number(left), right.endsWith('%') ? Number(right.slice(0, -1)) / 100 : Number(right)]
  return sign === '＋' ? a + b : sign === '－' ? a - b : sign === '×' ? a * b : a / b
}

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
