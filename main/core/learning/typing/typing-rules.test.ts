import { createRequire } from 'node:module'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allItems } from '../characters/order-rules.ts'
import { seededRandom } from '../random-rules.ts'
import { keysOf, typing } from './activity-rules.ts'
import { fingerOf, isLetterLine, lessons, letterLine, type LetterLevel } from './key-rules.ts'
import { lettersOf, toneOf } from './reading-rules.ts'
import { words } from './word-rules.ts'

const require = createRequire(import.meta.url)

describe('a line of letters', () => {
  it('holds only keys of its level, half of them new, no three alike in a row', () => {
    const level = fc.constantFrom(...(Object.keys(lessons) as LetterLevel[]))
    fc.assert(
      fc.property(level, fc.integer(), (of, seed) => {
        const line = letterLine(of, seededRandom(seed))
        expect(isLetterLine(of, line)).toBe(true)
        const isNew = (letter: string) => lessons[of].fresh.includes(letter)
        expect(Array.from(line).filter(isNew).length).toBeGreaterThanOrEqual(4)
        expect(line).not.toMatch(/(.)\1\1/)
      }),
      { numRuns: 2000 },
    )
  })

  it('every key has a finger; f and j, where the bars are, the two that point', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz1234') expect(fingerOf(key), key).toBeDefined()
    expect([fingerOf('f'), fingerOf('j')]).toEqual([
      { hand: 'left', finger: 3 },
      { hand: 'right', finger: 3 },
    ])
    expect(fingerOf('')).toBeUndefined()
  })
})

describe('a reading', () => {
  it('is typed by its letters and its tone', () => {
    const marks = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'
    for (const { character, pinyin: read } of allItems) {
      // By the letters themselves, without taking them apart.
      const at = Array.from(read).findIndex((letter) => marks.includes(letter))
      const mark = marks.indexOf(Array.from(read)[at] ?? ' ')
      expect(toneOf(read), character).toBe(at < 0 ? '' : String((mark % 4) + 1))
      const plain = read.replace(
        /[^a-zü]/g,
        (letter) => 'aeiouü'[Math.floor(marks.indexOf(letter) / 4)] ?? letter,
      )
      expect(lettersOf(read), character).toBe(plain.replace('ü', 'v'))
    }
    expect([lettersOf('lǜ'), lettersOf('nǚ'), lettersOf('ér'), lettersOf('de')]).toEqual([
      'lv',
      'nv',
      'er',
      'de',
    ])
    expect([toneOf('mā'), toneOf('má'), toneOf('mǎ'), toneOf('mà'), toneOf('ma'), toneOf('lǜ')]).toEqual([
      '1',
      '2',
      '3',
      '4',
      '',
      '4',
    ])
  })
})

it('the words are read as a second source reads them', () => {
  const source = require('@pinyin-pro/data/complete.json') as Record<string, [string, number]>
  const otherwise = words.filter(({ text, pinyin: read }) => source[text]?.[0] !== read.join(' '))
  // Schoolbooks print the second syllable of these light.
  expect(otherwise.map(({ text }) => text)).toEqual(['早上', '晚上', '告诉'])
})

it('typing ends right; with every fifth key another one it counts as helped, and a hostile answer as none', () => {
  const exercise = typing.next(typing.readState(null, 'f-j'), seededRandom(1), {
    grade: 1,
    term: 1,
    inRound: [],
    seen: [],
  })
  expect(keysOf(exercise)).toBe(8)
  expect(typing.check(exercise, { misses: 0 })).toEqual({ check: 'right' })
  expect(typing.check(exercise, { misses: 1 })).toEqual({ check: 'right' })
  expect(typing.check(exercise, { misses: 2 })).toEqual({ check: 'right', how: 'helped' })
  expect(typing.check(exercise, { misses: -1 })).toEqual({ check: 'nothing' })
})
