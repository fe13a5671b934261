import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { characters } from '#core/learning/characters/order-rules.ts'
import { ofEachRange } from './faces.ts'

const css = readFileSync(
  createRequire(import.meta.url).resolve('lxgw-wenkai-webfont/lxgwwenkai-regular.css'),
  'utf8',
)

/** In which range of the face each character lies. */
const rangeOf = new Map<number, number>()
for (const [, range = '', listed = ''] of css.matchAll(
  /subset-(\d+)[.]woff2[^}]*?unicode-range:\s*([^;}]+)/g,
))
  for (const part of listed.split(',')) {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    for (let code = from; code <= to; code++) rangeOf.set(code, Number(range))
  }

const rangeIn = (character: string) => rangeOf.get(character.codePointAt(0) ?? 0) ?? -1

it('nearly all characters that a child writes lie in ranges that come with the page or ahead of the first key', () => {
  const ahead = new Set(Array.from(ofEachRange, rangeIn))
  expect(ahead.size).toBe(Array.from(ofEachRange).length)
  const late = characters.filter((character) => rangeIn(character) < 112 && !ahead.has(rangeIn(character)))
  expect(late.length).toBeLessThan(characters.length * 0.03)
})
