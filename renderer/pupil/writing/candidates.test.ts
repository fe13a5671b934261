import * as fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { cachedDictionary } from '../../build/pinyin/cached.ts'
import { writeDictionary } from '../../build/pinyin/dictionary.ts'
import { characters, readings } from '../../build/pinyin/sources.ts'
import { isUnfit } from '../../build/pinyin/unfit.ts'
import { candidatesOf } from './candidates-rules.ts'
import { readDictionary, readWhole } from './dictionary-rules.ts'
import { cutLetters, lettersOf } from './lattice-rules.ts'
import { ownFirst } from './lesson-rules.ts'
import { lines, furtherLines } from './lines.fixture.ts'
import type { Candidate } from './meaning-rules.ts'
import { createMemory } from './memory-rules.ts'

const text = cachedDictionary()
const dictionary = readWhole(text)
const fresh = () => ({ dictionary, memory: createMemory() })
const offered = (letters: string, before = '') => candidatesOf(letters, fresh(), before)
const texts = (letters: string) => offered(letters).map((candidate) => candidate.text)

const typedAs = (line: string) => pinyin(line, { toneType: 'none', v: true, type: 'array' }).join('')

/** Types a line word by word, taking only what stands on the first page; undefined where that does not go. */
function picksOf(line: string): number | undefined {
  let letters = typedAs(line)
  let done = ''
  for (let picks = 0; ; picks++) {
    if (done === line) return picks
    const [best] = offered(letters, done)
      .slice(0, 6)
      .filter(({ text: word }) => line.slice(done.length).startsWith(word))
      .toSorted((a, b) => b.text.length - a.text.length)
    if (!best) return undefined
    done += best.text
    letters = letters.slice(best.letters)
  }
}

const share = (of: readonly string[], holds: (line: string) => boolean) => of.filter(holds).length / of.length

describe('the dictionary', () => {
  it('is the same each time, within two megabytes', () => {
    expect(writeDictionary()).toBe(text)
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000)
  })

  it('is read in many small steps', () => {
    expect([...readDictionary(text)].length).toBeGreaterThan(10)
  })

  it('offers every character of the 3,500, and of all 8,105, by each of its readings', () => {
    const missing = characters.filter(
      (character) =>
        !readings(character).every((reading) =>
          dictionary.wordsOf(reading).some(({ word }) => word === character),
        ),
    )
    expect(missing).toEqual([])
    const silent = characters.slice(0, 3500).filter((character) => readings(character).length === 0)
    expect(silent).toEqual([])
  })

  it('offers the rarest of the 3,500 to who turns pages', () => {
    const unreached = characters
      .slice(0, 3500)
      .filter((character) => !texts(readings(character)[0] ?? '').includes(character))
    expect(unreached).toEqual([])
  })

  it('has no word that is unfit for a child', () => {
    const words = [...text.matchAll(/\p{Script=Han}+/gu)].map(([word]) => word)
    expect(words.filter(isUnfit)).toEqual([])
    for (const plain of ['奶奶', '妈妈', '屁股', '祖宗', '性格', '成人'])
      expect(isUnfit(plain), plain).toBe(false)
    for (const rude of ['妓女', '吸毒', '他妈的', '赌博']) expect(isUnfit(rude), rude).toBe(true)
  })
})

describe('what is offered', () => {
  it.each([
    ['nihao', '你好'],
    ['nh', '你好'],
    ['wm', '我们'],
    ['zhongg', '中国'],
    ['nver', '女儿'],
    ["xi'an", '西安'],
    ['lvse', '绿色'],
    ['lve', '略'],
    ['lue', '略'],
    ['jvzi', '句子'],
    ['haochide', '好吃的'],
  ])('%s: %s on the first page', (letters, word) => {
    expect(texts(letters).slice(0, 6)).toContain(word)
  })

  it('keeps syllables apart where a child sets an apostrophe', () => {
    expect(texts("xi'an")).not.toContain('先')
    expect(texts('xian')).toContain('先')
  })

  it('is right at once for most lines of a pupil, and word by word on the first page for the rest', () => {
    const atOnce = share(lines, (line) => texts(typedAs(line))[0] === line)
    const onFirstPage = share(lines, (line) => picksOf(line) !== undefined)
    expect(atOnce).toBeGreaterThanOrEqual(wantedAtOnce.lines)
    expect(onFirstPage).toBe(1)
  })

  it('is of use for further lines, of harder words', () => {
    expect(share(furtherLines, (line) => texts(typedAs(line))[0] === line)).toBeGreaterThanOrEqual(
      wantedAtOnce.further,
    )
    expect(share(furtherLines, (line) => picksOf(line) !== undefined)).toBeGreaterThanOrEqual(0.9)
  })
})

/** What was measured when this was written, rounded down. */
const wantedAtOnce = { lines: 0.8, further: 0.6 }

/** Is this read as the first of the letters were typed, each syllable whole or as its beginning? */
const matches = ({ text: word, letters, reading }: Candidate, all: string) => {
  expect(reading).toHaveLength(Array.from(word).length)
  let rest = all.slice(0, letters).replaceAll("'", '')
  const fits = (from: number, index: number): boolean => {
    const own = reading[index]
    if (own === undefined) return from === rest.length
    return Array.from(own, (_, length) => length + 1).some(
      (length) => rest.startsWith(own.slice(0, length), from) && fits(from + length, index + 1),
    )
  }
  if (fits(0, 0)) return true
  rest = rest.replace(/([jqxy])v/g, '$1u').replace(/([ln])ue/g, '$1ve')
  return fits(0, 0)
}

describe('for any letters', () => {
  const syllable = fc.constantFrom(...new Set(characters.slice(0, 3500).flatMap(readings)))
  const typed = fc
    .array(fc.oneof({ weight: 4, arbitrary: syllable }, fc.constantFrom('n', 'zh', 'b', "'")))
    .map((parts) => parts.slice(0, 9).join(''))

  it('every cut covers all letters, without a gap', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 9 }), (parts) => {
        const letters = parts.join('')
        const lattice = cutLetters(letters, dictionary)!
        expect(lattice).toBeDefined()
        const reached = new Set([0])
        lattice.forEach((pieces, from) => {
          for (const piece of pieces) {
            expect(piece.from).toBe(from)
            // No piece leads into a blind alley.
            expect(piece.to === letters.length || lattice[piece.to]!.length > 0).toBe(true)
            if (reached.has(from)) reached.add(piece.to)
          }
        })
        expect(reached.has(letters.length)).toBe(true)
      }),
    )
  })

  it('the same is offered each time, and each thing is read as it was typed', () => {
    fc.assert(
      fc.property(typed, (letters) => {
        const all = offered(letters)
        expect(offered(letters)).toEqual(all)
        for (const one of all) expect(matches(one, letters), `${letters}: ${one.text}`).toBe(true)
        expect(new Set(all.map((one) => one.text)).size).toBe(all.length)
      }),
      { numRuns: 60 },
    )
  })

  it('takes any text for letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(lettersOf(any)).toMatch(/^[a-z']*$/)
      }),
    )
  })
})

describe('this session', () => {
  it('remembers what the child chose, and a name that no dictionary has, until the child leaves', () => {
    const known = fresh()
    const names = () => candidatesOf('linxiaoyu', known).map((candidate) => candidate.text)
    expect(names().slice(0, 2)).not.toContain('林晓雨')
    known.memory.learn(['lin', 'xiao', 'yu'], '林晓雨')
    expect(names()[0]).toBe('林晓雨')
    known.memory.clear()
    expect(names().slice(0, 2)).not.toContain('林晓雨')
  })
})

describe('a lesson', () => {
  it('has its own word first', () => {
    const wanted = { text: '处处闻啼鸟', reading: ['chu', 'chu', 'wen', 'ti', 'niao'] }
    const first = (letters: string) => ownFirst(letters, wanted, offered(letters))[0]
    expect(first('chuchu')).toEqual({ text: '处处', letters: 6, reading: ['chu', 'chu'] })
    expect(first('chuchuwentiniao')?.text).toBe('处处闻啼鸟')
    expect(first('chuc')?.text).toBe(texts('chuc')[0])
    expect(
      ownFirst('chuchu', wanted, offered('chuchu')).filter(({ text: word }) => word === '处处'),
    ).toHaveLength(1)
  })
})
