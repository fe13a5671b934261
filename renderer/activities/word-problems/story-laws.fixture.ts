import { expect } from 'vitest'
import { seededRandom } from '#core/learning/random-rules.ts'
import { sentencesOf, type StoryRules } from '#core/learning/word-problems/make-rules.ts'
import { factsOf } from '#core/learning/word-problems/story-rules.ts'
import { wordsInFiles } from '../words-in-files.fixture.ts'

const languages = await Promise.all(['zh-CN', 'en'].map(wordsInFiles))

function* exercises(rules: StoryRules, level: string, many = 300) {
  const random = seededRandom(21)
  const state = rules.readState(null, level)
  for (let made = 0; made < many; made += 1)
    yield rules.next(state, random, { grade: null, term: 1, inRound: [], seen: [] })
}

export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => Number(number))
const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)

/**
 * What the sentences of a level ask is what its rules answer: `understood` finds the answer in the Chinese sentences, and knows
 * nothing of the rules. In both languages they are sentences proper, with the same numbers.
 */
export function asksWhatItSays(rules: StoryRules, level: string, understood: (text: string) => number): void {
  for (const exercise of exercises(rules, level)) {
    const story = rules.toldOf(exercise)
    const [chinese = '', english = ''] = languages.map((words) =>
      sentencesOf(story)
        .map((key) => words.t(key, { ns: rules.id, ...factsOf(story) }))
        .join(' '),
    )
    const plain = chinese.replaceAll('。 ', '。')
    expect(understood(plain), plain).toBeCloseTo(Number(rules.solve(exercise)), 9)
    if (story.story.unit === 'none') continue
    expect(chinese).toMatch(/^[^ ].*？$/u)
    expect(chinese).not.toMatch(/[A-Za-z]/u)
    // A number stands free of the characters around it, as everywhere in the house.
    expect(chinese).not.toMatch(/[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]| {2}/u)
    expect(english).toMatch(/^[A-Z\d].*\?$/u)
    expect(english).not.toMatch(/[\u4e00-\u9fff]| {2}|\{|\$|[a-z]:[a-z]/u)
    expect(english).not.toMatch(/\b1 [a-z]+s\b/u)
    expect(sorted(numbersIn(english))).toEqual(sorted(numbersIn(chinese)))
  }
}

/** A drawing shows what is told, in one scale, and never the answer; the lines of the hint lead to it. */
export function drawsWhatIsTold(rules: StoryRules, level: string): void {
  for (const exercise of exercises(rules, level)) {
    const told = rules.toldOf(exercise)
    const { bars, total } = told.structure.picture(told.numbers)
    const given = Object.values(factsOf(told))
    const tenths = told.story.tenths === undefined ? 1 : 10
    for (const bar of bars) {
      const size = bar.parts.reduce((sum, part) => sum + part.size, 0)
      expect(Math.min(...bar.parts.map((part) => part.size))).toBeGreaterThan(0)
      if (bar.total !== null && bar.total !== '?') expect(size).toBeCloseTo(Number(bar.total) * tenths, 9)
      for (const { text } of bar.parts)
        expect(text === '' || text === '?' || text.startsWith('…') || given.includes(text), text).toBe(true)
    }
    if (total !== null && total !== '?') expect(given).toContain(total)
    if (['full', 'rest', 'boats'].includes(told.story.structure)) continue
    let found = 0
    for (const step of told.structure.steps(told.numbers)) found = reckoned(step.replace('□', `${found}`))
    expect(found, exercise.key).toBeCloseTo(Number(rules.solve(exercise)), 9)
  }
}

/** The value of a line with brackets, × and ÷ before ＋ and －; `50%` is a half. */
export function reckoned(line: string): number {
  const tokens = line.match(/\d+(?:\.\d+)?%?|[()＋－×÷]/gu) ?? []
  let at = 0
  const one = (): number => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const inside = sum()
      at += 1
      return inside
    }
    return token.endsWith('%') ? Number(token.slice(0, -1)) / 100 : Number(token)
  }
  const product = (): number => {
    let value = one()
    while (tokens[at] === '×' || tokens[at] === '÷')
      value = tokens[at++] === '×' ? value * one() : value / one()
    return value
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '＋' || tokens[at] === '－')
      value = tokens[at++] === '＋' ? value + product() : value - product()
    return value
  }
  return sum()
}
