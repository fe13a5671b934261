import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAvatarChooser, type Avatar, type Standing } from './avatar-rules.ts'

type Child = Standing & Avatar
const standing = fc.record({
  sortKey: fc.string({ minLength: 1, maxLength: 3 }),
  classId: fc.constantFrom('一', '二', null),
})
const byKey = (one: Standing, other: Standing) =>
  one.sortKey < other.sortKey ? -1 : Number(one.sortKey > other.sortKey)

function given(standings: readonly Standing[], random: () => number): readonly Child[] {
  const chooser = createAvatarChooser([], random)
  return standings.map((each) => ({ ...each, ...chooser.choose(each) }))
}

const neighboursAlike = (row: readonly Child[]) =>
  row.filter((child, at) => row[at - 1]?.animal === child.animal).length

describe('avatars', () => {
  it('differ beside each other, in the room and in each class, in whatever order children come', () => {
    fc.assert(
      fc.property(
        fc.array(standing, { maxLength: 120 }),
        fc.noShrink(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (all, chance) => {
          const unique = [...new Map(all.map((each) => [each.sortKey, each])).values()]
          const children = given(unique, () => chance).toSorted(byKey)
          expect(neighboursAlike(children)).toBe(0)
          for (const id of ['一', '二', null])
            expect(neighboursAlike(children.filter(({ classId }) => classId === id))).toBe(0)
        },
      ),
    )
  })

  it('are all different in a class, as long as there are enough', () => {
    const row = Array.from({ length: 192 }, (_, at) => ({
      sortKey: String(at).padStart(3, '0'),
      classId: '一',
    }))
    const drawn = given(row, () => 0.5).map(({ animal, tone }) => `${animal} ${tone}`)
    expect(new Set(drawn).size).toBeGreaterThan(185)
    expect(new Set(drawn.slice(0, 60)).size).toBe(60)
  })

  it('go on from what is there', () => {
    const known = given(
      [
        { sortKey: 'a', classId: '一' },
        { sortKey: 'c', classId: '一' },
      ],
      () => 0,
    )
    const between = createAvatarChooser(known, () => 0).choose({ sortKey: 'b', classId: '一' })
    expect(known.map(({ animal }) => animal)).not.toContain(between.animal)
  })
})
