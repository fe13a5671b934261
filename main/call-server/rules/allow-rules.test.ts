import { describe, expect, it } from 'vitest'
import { judge, numbersMeant, type Party, type Relative } from './allow-rules.ts'

const both = [true, false]
const number = '+8613800138000'
const relative = (
  user: string,
  child: string,
  wish: Partial<Relative['consent']>,
  phones: string[],
): Relative => ({
  user,
  child,
  phones,
  consent: { video: false, phone: false, messages: true, photo: true, ...wish },
})

/** Every pair of ends, with every consent of the relative and of another relative who shares the number. */
const worlds = both.flatMap((video) =>
  both.flatMap((phone) =>
    both.flatMap((hasNumber) =>
      both.flatMap((sharedNumber) =>
        both.map((sharerAgrees) => ({ video, phone, hasNumber, sharedNumber, sharerAgrees })),
      ),
    ),
  ),
)

describe('judge', () => {
  it('follows the truth table over all ends and all consents', () => {
    let asked = 0
    for (const { video, phone, hasNumber, sharedNumber, sharerAgrees } of worlds) {
      const mother = relative('mother', 'one', { video, phone }, hasNumber ? [number] : [])
      const aunt = relative('aunt', 'one', { phone: sharerAgrees }, sharedNumber ? [number] : [])
      const stranger = relative('stranger', 'two', { video: true, phone: true }, [number])
      const unpublished = relative('gone', 'one', { video: true, phone: true }, [number])
      const relativesOf = (child: string): Relative[] =>
        child === 'one' ? [mother, aunt] : child === 'two' ? [stranger] : []
      const ends: [string, Party][] = [
        ['one', { kind: 'child', user: 'one' }],
        ['two', { kind: 'child', user: 'two' }],
        ['mother', { kind: 'contact', relative: mother }],
        ['stranger', { kind: 'contact', relative: stranger }],
        ['gone', { kind: 'contact', relative: unpublished }],
        ['number', { kind: 'number', meant: [number] }],
        ['another number', { kind: 'number', meant: ['+8613800138001'] }],
        ['nobody', { kind: 'nobody' }],
      ]
      const expected = (a: string, b: string): string => {
        const pair = [a, b].toSorted().join(' ')
        if (pair === 'mother one') return video ? 'video mother' : 'no'
        if (pair === 'stranger two') return 'video stranger'
        if (pair === 'number two') return 'phone stranger'
        if (pair !== 'number one') return 'no'
        if (hasNumber && phone) return 'phone mother'
        return sharedNumber && sharerAgrees ? 'phone aunt' : 'no'
      }
      for (const [a, from] of ends)
        for (const [b, to] of ends) {
          asked += 1
          const verdict = judge(from, to, relativesOf)
          const said = verdict.allowed ? `${verdict.kind} ${verdict.contact}` : 'no'
          expect([a, b, said]).toEqual([a, b, expected(a, b)])
          if (verdict.allowed) expect(verdict.number).toBe(verdict.kind === 'phone' ? number : '')
        }
    }
    expect(asked).toBe(32 * 64)
  })
})

describe('numbersMeant', () => {
  it('reads what trunks send, and nothing else', () => {
    const table: [string, string[]][] = [
      ['+8613800138000', ['+8613800138000']],
      ['008613800138000', ['+8613800138000']],
      ['013800138000', ['+8613800138000']],
      ['13800138000', ['+8613800138000']],
      ['8613800138000', ['+868613800138000', '+8613800138000']],
      ['+0123', []],
      ['+86 138', []],
      ['110', []],
      ['anonymous', []],
      ['', []],
      ['+8613800138000;x=y', []],
      ['13800138000\n', []],
    ]
    for (const [text, meant] of table) expect([text, numbersMeant(text, '86')]).toEqual([text, meant])
  })
})
