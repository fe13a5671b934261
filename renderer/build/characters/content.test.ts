import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { packOf, packs, wordsName } from '#core/learning/characters/content-rules.ts'
import { allItems, byHalfYear, characters } from '#core/learning/characters/order-rules.ts'
import { units } from '#core/learning/characters/unit-rules.ts'
import { missingIn } from './missing.ts'
import { characterFiles } from './plugin.ts'
import order from './stroke-order.json' with { type: 'json' }
import { writtenAs } from './strokes.ts'
import { isUnfit } from '../pinyin/unfit.ts'
import list from './words.json' with { type: 'json' }
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

  it('miss nothing: each has its strokes, a reading that a second source knows, and a word in that reading', () => {
    expect(missingIn(characterFiles())).toEqual([])
  })

  it('that miss something are named, with what they are without', () => {
    const [key, half] = ['长 zhǎng', '1-1'] as const
    const files = new Map(characterFiles())
    const words = JSON.parse(files.get(wordsName(half)) ?? '') as Record<string, unknown>
    // The other reading's word: 长 is there, but read cháng.
    files.set(wordsName(half), JSON.stringify({ ...words, [key]: words['长 cháng'] }))
    expect(missingIn(files)).toEqual([{ key, without: ['word in that reading'] }])
    files.delete(packOf('一'))
    const found = missingIn(files)
    expect(found.find((one) => one.key === '一 yī')?.without).toEqual(['strokes'])
    expect(found.find((one) => one.key === key)?.without).toContain('word in that reading')
  })
})

it('the corrected orders use each stroke once', () => {
  expect(Object.keys(order).toSorted()).toEqual(Array.from('盖肠翰兜衙虐寝冉髓').toSorted())
  for (const [character, places] of Object.entries(order)) {
    expect(places.toSorted((one, other) => one - other)).toEqual(places.map((_, at) => at))
    expect(writtenAs(character).strokes).toHaveLength(places.length)
  }
})

describe('the words', () => {
  const all = [...characterWords().values()].flatMap((half) =>
    Object.entries(half).flatMap(([key, { word }]) => (word ? [{ key, ...word }] : [])),
  )

  it('are one for each character and none else', () => {
    expect(Object.keys(list).toSorted()).toEqual(allItems.map(({ key }) => key).toSorted())
  })

  it('are words, not the character again; only a sigh stands alone', () => {
    const alone = all.filter(({ word }) => Array.from(word).length < 2)
    expect(alone.map(({ word }) => word)).toEqual(['哦'])
  })

  it('are fit for a child', () => {
    const grownUp = /[淫奸妓嫖癌毒赌债税党贷囚尸刑杀]|股票|股市|抽烟|吸烟|女朋友|男朋友|泽东|恩来|四人帮/u
    // What such a character itself is taught by.
    const own = /^[毒赌债税党尸刑杀癌] /u
    expect(all.filter(({ key, word }) => isUnfit(word) || (grownUp.test(word) && !own.test(key)))).toEqual([])
  })

  it('are read as a second source reads them', () => {
    const source = require('@pinyin-pro/data/complete.json') as Record<string, [string, number]>
    const known = all.filter(({ word }) => Object.hasOwn(source, word))
    expect(known.length).toBeGreaterThan(2400)
    const otherwise = known.filter(({ word, pinyin }) => {
      const other = source[word]?.[0].split(' ') ?? []
      // 一 and 不 change their tones in speech; schoolbooks print the tone of the character.
      return pinyin.some((syllable, at) => !'一不'.includes(Array.from(word)[at]!) && other[at] !== syllable)
    })
    // Taught with its own tone, though it is light in the only word that a child knows; particles.
    expect(otherwise.map(({ word }) => word)).toEqual(
      '好呀 熟悉 葡萄 哎哟 亲戚 街坊 苍蝇 喇叭 庄稼'.split(' '),
    )
  })
})
