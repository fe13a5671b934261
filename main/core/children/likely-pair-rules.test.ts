import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { likelyPairs } from './likely-pair-rules.ts'

const child = (id: string, more: Partial<Parameters<typeof likelyPairs>[0][number]> = {}) => ({
  id,
  name: '王芳',
  classLabel: '二(1)班',
  number: null,
  birthday: null,
  ...more,
})
const never = () => false

it.each([
  ['class', {}, {}, ['class']],
  ['birthday', { classLabel: '', birthday: '2018-01-02' }, { birthday: '2018-01-02' }, ['birthday']],
  ['a number that lost its zeros', { number: '0012', classLabel: 'a' }, { number: '12' }, ['number']],
  ['another class alone', { classLabel: '二(2)班' }, {}, undefined],
  ['no class on either', { classLabel: '' }, { classLabel: '' }, undefined],
  [
    'birthdays that differ',
    { birthday: '2018-01-02', number: '7' },
    { birthday: '2019-01-02', number: '7' },
    undefined,
  ],
  ['another name', { name: '王方', number: '7' }, { number: '7' }, undefined],
] as const)('%s', (_, one, other, why) => {
  const pairs = likelyPairs([child('b', one), child('a', other)], never)
  expect(pairs.map((pair) => pair.why)).toEqual(why ? [why] : [])
  for (const { children } of pairs) expect(children.map(({ id }) => id)).toEqual(['a', 'b'])
})

it('shows no pair twice, none of one record, and none whom staff told apart', () => {
  const some = fc.record({
    name: fc.constantFrom('王芳', '李明'),
    number: fc.constantFrom(null, '7', '007'),
    birthday: fc.constantFrom(null, '2018-01-02', '2019-01-02'),
    classLabel: fc.constantFrom('', 'a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (facts) => {
      const children = facts.map((fact, index) => ({ id: String(index).padStart(2, '0'), ...fact }))
      const keys = likelyPairs(children, never).map(({ children: [one, other] }) => `${one.id} ${other.id}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(key.slice(0, 2) < key.slice(3)).toBe(true)
      const first = keys[0]
      const rest = likelyPairs(
        children,
        (one, other) => `${one} ${other}` === first || `${other} ${one}` === first,
      )
      expect(rest).toHaveLength(Math.max(0, keys.length - 1))
    }),
  )
})
