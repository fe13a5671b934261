import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { Purpose } from '#contract/wire.ts'
import { contract } from '#contract/index.ts'
import { deedOf, lookedLines, placesOf } from './known-rules.ts'

const nothing = {
  agreed: new Set<Purpose>(),
  hasPhoto: false,
  hasClass: false,
  hasFamily: false,
  hasListener: false,
}

it('what a guardian refused, and what nobody wrote down, stands nowhere in the house', () => {
  expect(placesOf(nothing)).toEqual({
    gate: ['name-face', 'in-use'],
    hall: ['learning', 'turns', 'talks'],
    drawer: ['diary', 'pictures-sounds'],
  })
  const all = { ...nothing, hasClass: true, hasFamily: true, hasListener: true, hasPhoto: true }
  const agreed = new Set<Purpose>(['phone', 'messages'])
  expect(placesOf({ ...all, agreed }).hall).toEqual(['calls', 'messages', 'family', 'photo', 'learning', 'turns', 'feeling', 'talks']) // prettier-ignore
  expect(placesOf({ ...all, agreed: new Set<Purpose>(['video']) }).hall).not.toContain('messages')
})

it('every act that is written down has words for a child, and the private drawer is never one of a grown-up', () => {
  for (const [feature, methods] of Object.entries(contract))
    for (const [name, { by }] of Object.entries(methods))
      if ('audited' in by) expect(deedOf(`${feature}.${name}`), `${feature}.${name}`).toBeTruthy()
  expect(deedOf('children.change')).toBe('wrote')
  expect(deedOf('children.list')).toBe('looked')
  expect(deedOf('children.setPictures')).toBe('pictures')
  expect(deedOf('contacts.family')).toBe('family')
  expect(deedOf('talks.open')).toBe('talked')
})

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

it('of who looked there is one line for each adult, deed and day, and none is left out', () => {
  const act = record({
    at: integer({ min: 0, max: 5 }).map((day) => day * 86_400_000),
    trusted: boolean(),
    staffId: constantFrom('li', 'wang'),
    staffName: constantFrom('李老师', null),
    method: constantFrom('children.change', 'contacts.family', 'learning.book'),
  })
  assert(
    property(array(act, { maxLength: 40 }), (acts) => {
      const lines = lookedLines(acts, dayOf, 1000)
      const wanted = new Set(
        acts.map((one) => `${one.staffId} ${deedOf(one.method)} ${one.trusted ? dayOf(one.at) : ''}`),
      )
      expect(new Set(lines.map(({ id }) => id))).toEqual(wanted)
      expect(lines).toHaveLength(wanted.size)
    }),
    { numRuns: 200 },
  )
})
