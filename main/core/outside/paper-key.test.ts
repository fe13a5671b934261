import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, papersOf } from './paper-key.ts'

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const linesOf = (key: Uint8Array, isSplit: boolean) => papersOf(key, isSplit).map(({ lines }) => [...lines])

describe('a key on paper', () => {
  it('comes back from one paper, or from both halves in any order, however it was typed', () => {
    fc.assert(
      fc.property(anyKey, fc.boolean(), (key, isSplit) => {
        const papers = linesOf(key, isSplit)
        expect(papers.flat().every((line) => /^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/.test(line))).toBe(true)
        expect(keyOf(papers.toReversed())).toEqual({ ok: true, value: key })
        const sloppy = papers.map((lines) => lines.map((line) => ` ${line.toLowerCase().replaceAll('-', ' ')}`))
        expect(keyOf(sloppy)).toEqual({ ok: true, value: key })
      }),
    )
  }) // prettier-ignore

  it('names the line of a slip of the pen', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(3), fc.nat(16), (key, line, place) => {
        const [lines = []] = linesOf(key, false)
        const before = lines[line] ?? ''
        if (before[place] === '-') return
        lines[line] =
          `${before.slice(0, place)}${before[place] === 'A' ? 'B' : 'A'}${before.slice(place + 1)}`
        const read = keyOf([lines])
        // One in 2,048 passes the check of its line; then it is another key, which opens nothing.
        if (read.ok) expect(read.value).not.toEqual(key)
        else expect(read.error).toEqual({ kind: 'line', line: line + 1 })
      }),
      { numRuns: 300 },
    )
  })

  it('opens with no half alone, and no two of the same or of different keys', () => {
    const [key, other] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(9)]
    const [first, second] = linesOf(key, true)
    const [, stranger] = linesOf(other, true)
    expect(keyOf([first!])).toEqual({ ok: false, error: { kind: 'half-missing' } })
    expect(keyOf([second!, second!])).toEqual({ ok: false, error: { kind: 'not-a-pair' } })
    const mixed = keyOf([first!, stranger!])
    expect(mixed.ok && mixed.value).not.toEqual(key)
    expect(keyOf([])).toEqual({ ok: false, error: { kind: 'half-missing' } })
    expect(keyOf([['', '', '', '']])).toEqual({ ok: false, error: { kind: 'line', line: 1 } })
  })
})
