import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyFor, keyIdOf, newKey, openBytes, openText, sealBytes, sealText } from './seal.ts'

const key = newKey()
const other = newKey()

it('gives back what was sealed, with the same key at the same place only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (text, place, elsewhere) => {
      const sealed = sealText(key, 'k', place, text)
      expect(openText(key, place, sealed)).toBe(text)
      expect(openText(other, place, sealed)).toBeUndefined()
      if (elsewhere !== place) expect(openText(key, elsewhere, sealed)).toBeUndefined()
    }),
  )
})

it('gives back bytes, and tells which key they want', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uuid(), (bytes, id) => {
      const sealed = sealBytes(key, id, 'p', bytes)
      expect(keyIdOf(sealed)).toBe(id)
      expect(openBytes(key, 'p', sealed)).toEqual(Buffer.from(bytes))
    }),
  )
})

it('opens nothing of which one bit is different', () => {
  const sealed = sealBytes(key, 'k', 'p', Buffer.from('妈妈打电话来了'))
  for (let at = 0; at < sealed.length * 8; at += 1) {
    const bent = Uint8Array.from(sealed)
    bent[at >> 3]! ^= 1 << (at & 7)
    expect(openBytes(key, 'p', bent), `bit ${at}`).toBeUndefined()
  }
})

it('never seals the same twice the same, and says of plain things that they are not sealed', () => {
  const all = Array.from({ length: 1000 }, () => sealText(key, 'k', 'p', '好'))
  expect(new Set(all).size).toBe(1000)
  for (const plain of ['', '今天', '{"text":"hh1.k"}', 'hh1', 'hh1.k']) {
    expect(keyIdOf(plain)).toBeUndefined()
    expect(openText(key, 'p', plain)).toBeUndefined()
  }
})

it('makes keys of a key that have nothing in common', () => {
  expect(keyFor('one', key)).not.toEqual(keyFor('two', key))
  expect(keyFor('one', key)).toEqual(keyFor('one', Uint8Array.from(key)))
})
