import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newKey, openBytes, sealBytes } from '../keys/seal.ts'
import { openPieces, sealPiece, type MediaPlace, type PieceSeal } from './media-pieces.ts'

const key = newKey()
const seal: PieceSeal = {
  sealBytes: (place, bytes) => sealBytes(key, 'k', place, bytes),
  openBytes: (place, record) => openBytes(key, place, record),
}
const here: MediaPlace = { page: 'p', media: 'm' }
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

function sealed(texts: readonly string[], place = here, closed = true): Uint8Array[] {
  return texts.map((text, number) =>
    sealPiece(seal, place, { number, isLast: closed && number === texts.length - 1, bytes: bytesOf(text) }),
  )
}
const opened = (file: Uint8Array) => {
  const { pieces, isWhole } = openPieces(seal, here, file)
  return { texts: pieces.map((piece) => Buffer.from(piece).toString()), isWhole }
}

describe('a sealed file of pieces', () => {
  it('opens as it was sealed, and is whole only when its last piece says so', () => {
    const texts = ['one', '', 'three']
    expect(opened(Buffer.concat(sealed(texts)))).toEqual({ texts, isWhole: true })
    expect(opened(Buffer.concat(sealed(texts, here, false)))).toEqual({ texts, isWhole: false })
    expect(opened(new Uint8Array())).toEqual({ texts: [], isWhole: false })
  })

  it('shows when pieces were left out, turned round, doubled, cut off, lengthened or taken from another file', () => {
    const [a, b, c] = sealed(['one', 'two', 'three']) as [Uint8Array, Uint8Array, Uint8Array]
    const [other] = sealed(['one'], { page: 'p', media: 'n' }, false) as [Uint8Array]
    const [otherPage] = sealed(['one'], { page: 'q', media: 'm' }, false) as [Uint8Array]
    for (const pieces of [[a, b], [a, c], [b, c], [b, a, c], [a, a, b, c], [a, b, c, c], [other, b, c], [otherPage, b, c]])
      expect(openPieces(seal, here, Buffer.concat(pieces)).isWhole).toBe(false) // prettier-ignore
  })

  it('a last piece takes the place of one that was not the last, byte for byte', () => {
    const piece = { number: 2, bytes: bytesOf('two') }
    const growing = sealPiece(seal, here, { ...piece, isLast: false })
    expect(sealPiece(seal, here, { ...piece, isLast: true })).toHaveLength(growing.length)
  })

  it('gives of a file that was cut anywhere the whole pieces before the cut, and never says that it is whole', () => {
    const texts = ['one', 'two', 'three', 'four']
    const file = Buffer.concat(sealed(texts))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        const { pieces, isWhole, end } = openPieces(seal, here, file.subarray(0, length))
        expect(isWhole).toBe(false)
        expect(pieces.map((piece) => Buffer.from(piece).toString())).toEqual(texts.slice(0, pieces.length))
        expect(end).toBeLessThanOrEqual(length)
      }),
      { numRuns: 200 },
    )
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 400 }), (noise, at) => {
        const file = Buffer.concat(sealed(['one', 'two', 'three']))
        file.set(noise.subarray(0, Math.max(0, file.length - at)), Math.min(at, file.length))
        const { pieces, isWhole } = openPieces(seal, here, file)
        expect(pieces.length).toBeLessThanOrEqual(3)
        if (isWhole) expect(Buffer.concat(pieces).toString()).toBe('onetwothree')
        expect(openPieces(seal, here, noise)).toMatchObject({ pieces: [], isWhole: false })
      }),
      { numRuns: 200 },
    )
  })
})
