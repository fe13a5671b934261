import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrPath } from './qr-rules.ts'

/** The squares that a path of this kind covers. */
function covered(path: string): Set<string> {
  const squares = new Set<string>()
  for (const [, column, row, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(width); at += 1) squares.add(`${Number(column) + at} ${row}`)
  return squares
}

describe('qrPath', () => {
  it('covers the dark squares and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 49, maxLength: 49 }), (bits) => {
        const path = qrPath(7, (column, row) => bits[row * 7 + column] ?? false)
        const wanted = bits.flatMap((bit, index) => (bit ? [`${index % 7} ${Math.floor(index / 7)}`] : []))
        expect(covered(path)).toEqual(new Set(wanted))
      }),
    )
  })
})
