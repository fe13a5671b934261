import { describe, expect, it } from 'vitest'
import en from '#locales/conversation/en.json'
import zh from '#locales/conversation/zh-CN.json'
import { shuffled, themes } from './conversation-rules.ts'

const marks = /考试|分数|成绩|第几名|作业|排名|\b(marks?|grades?|scores?|exams?|homework|tests?)\b/i

describe.each([
  ['zh-CN', zh],
  ['en', en],
])('the questions in %s', (_, catalog) => {
  const all = Object.values(catalog).flat()
  it('are a hundred, none twice', () => expect(new Set(all).size).toBe(100))
  it('belong to the themes that have a picture', () =>
    expect(Object.keys(catalog).toSorted()).toEqual(Object.keys(themes).toSorted()))
  it('are not about marks (C13)', () => expect(all.filter((text) => marks.test(text))).toEqual([]))
  it('come all of them, and neighbours are about different things', () => {
    let seed = 7
    const order = shuffled(catalog, () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647)
    expect(new Set(order.map(({ text }) => text)).size).toBe(100)
    for (const [index, { theme }] of order.entries()) expect(theme).not.toBe(order[index + 1]?.theme)
  })
})
