import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '../db/test-ground.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createReaders, type Viewer } from './readers.ts'
import { addShare, endShares } from './shares-store.ts'

const li: StaffPerson = { id: 'li', name: '李', role: 'social-worker' }
const wang: StaffPerson = { id: 'wang', name: '王', role: 'teacher' }
const chief: StaffPerson = { id: 'chief', name: '周', role: 'coordinator' }

function room() {
  const ground = testGround()
  const { db, newId } = ground
  for (const { id, name, role } of [li, wang, chief])
    db.shared.set('staff', id, { name, role, checked_on: null, pin_hash: '', created_at: 1, left_at: null })
  const child = (id: string) =>
    db.shared.set('child', id, {
      name: id, pinyin: '', letter: 'A', sort_key: '', given: id, animal: 'rabbit', tone: 'lake', created_at: 1, left_at: null,
    }) // prettier-ignore
  child('rain')
  child('other')
  const page = (id: string, childId: string) =>
    db.shared.set('diary_page', id, {
      child_id: childId,
      day: '2026-11-22',
      started_at: 5,
      trusted: 1,
      opening: '',
    })
  page('p1', 'rain')
  page('p2', 'rain')
  page('p3', 'other')
  const readers = createReaders(db)
  const give = (
    pageId: string,
    to: Partial<{ circle: 'family' | 'adult' | 'basket'; staffId: string; contactId: string }>,
    childId = 'rain',
  ) => {
    endShares(db, childId, pageId, 1)
    const share = { circle: 'adult' as const, staffId: null, contactId: null, messages: [], ...to }
    addShare(db, { id: newId(), childId, page: pageId, ...share }, ground.clock.now())
  }
  const merge = (gone: string, kept: string) =>
    db.shared.set('child', gone, { merged_into: kept, left_at: 9 })
  const unmerge = (gone: string) => {
    db.shared.set('child', gone, { merged_into: null, left_at: 9 })
    db.shared.set('child', gone, { left_at: null })
  }
  return { ground, db, readers, give, merge, unmerge }
}

const atStaff = (person?: StaffPerson): Viewer => ({ window: 'staff', ...(person && { person }) })
const atPupil = (childId?: string): Viewer => ({ window: 'pupil', ...(childId && { childId }) })

describe('who may read a page now', () => {
  it('is the child whose it is, in a turn, at the window of children, and nobody else', () => {
    const { readers } = room()
    expect(readers.mayRead('p1', atPupil('rain'))).toEqual({
      page: 'p1',
      childId: 'rain',
      startedAt: 5,
      by: 'child',
    })
    for (const viewer of [
      atPupil('other'),
      atPupil(),
      { ...atStaff(), childId: 'rain' },
      { ...atPupil(), person: li },
      ...[undefined, li, wang, chief].map(atStaff),
    ])
      expect(readers.mayRead('p1', viewer)).toBeUndefined()
    expect(readers.mayRead('not there', atPupil('rain'))).toBeUndefined()
  })

  it('is the adult to whom it was given, that page alone, until it is taken back or given to somebody else', () => {
    const { db, readers, give } = room()
    give('p1', { staffId: 'li' })
    expect(readers.mayRead('p1', atStaff(li))?.by).toBe('given')
    expect(readers.mayRead('p2', atStaff(li))).toBeUndefined()
    expect(readers.mayRead('p1', atStaff(wang))).toBeUndefined()
    expect(readers.mayRead('p1', atStaff(chief))).toBeUndefined()
    // Signed in at the staff window, not at a child's.
    expect(readers.mayRead('p1', { window: 'pupil', person: li })).toBeUndefined()
    give('p1', { staffId: 'wang' })
    expect(readers.mayRead('p1', atStaff(li))).toBeUndefined()
    expect(readers.mayRead('p1', atStaff(wang))?.by).toBe('given')
    endShares(db, 'rain', 'p1', 2)
    expect(readers.mayRead('p1', atStaff(wang))).toBeUndefined()
    expect(readers.mayRead('p1', atPupil('rain'))?.by).toBe('child')
  })

  it('is no adult by a page in the basket or with the family, whoever their ids name', () => {
    const { readers, give } = room()
    give('p1', { circle: 'basket', staffId: 'li' })
    give('p2', { circle: 'family', staffId: 'li', contactId: 'li' })
    expect(readers.mayRead('p1', atStaff(li))).toBeUndefined()
    expect(readers.mayRead('p2', atStaff(li))).toBeUndefined()
  })

  it('is not an adult who left or changed the role, even where the role comes back', () => {
    const { db, readers, give } = room()
    give('p1', { staffId: 'wang' })
    db.shared.set('staff', 'wang', { name: '王老师', checked_on: '2026-09-01' })
    expect(readers.mayRead('p1', atStaff(wang))?.by).toBe('given')
    db.shared.set('staff', 'wang', { role: 'volunteer' })
    expect(readers.mayRead('p1', atStaff({ ...wang, role: 'volunteer' }))).toBeUndefined()
    db.shared.set('staff', 'wang', { role: 'teacher' })
    expect(readers.mayRead('p1', atStaff(wang))).toBeUndefined()
    give('p1', { staffId: 'wang' })
    expect(readers.mayRead('p1', atStaff(wang))?.by).toBe('given')
    db.shared.set('staff', 'wang', { left_at: 5 })
    expect(readers.mayRead('p1', atStaff(wang))).toBeUndefined()
  })

  it('goes over to nobody with a merge of two children, and ends where the child leaves the room', () => {
    const { db, readers, give, merge, unmerge } = room()
    give('p3', { staffId: 'li' }, 'other')
    merge('other', 'rain')
    expect(readers.mayRead('p3', atPupil('rain'))?.by).toBe('child')
    expect(readers.mayRead('p3', atStaff(li))).toBeUndefined()
    // What the surviving record gives of it is its own act, and no act of the other's once they are two again.
    give('p3', { staffId: 'wang' })
    expect(readers.mayRead('p3', atStaff(wang))?.by).toBe('given')
    unmerge('other')
    expect(readers.mayRead('p3', atStaff(wang))).toBeUndefined()
    expect(readers.mayRead('p3', atPupil('rain'))).toBeUndefined()
    expect(readers.mayRead('p3', atPupil('other'))?.by).toBe('child')
    give('p1', { staffId: 'li' })
    db.shared.set('child', 'rain', { left_at: 7 })
    expect(readers.mayRead('p1', atStaff(li))).toBeUndefined()
  })

  it('has room for one more way, asked only for who is signed in at the staff window', () => {
    const { db, ground } = room()
    const ring = keysAt(ground).keys.ringOf('rain')
    const asked: string[] = []
    const readers = createReaders(db, [
      ({ page, childId }, { person }) => {
        asked.push(`${page} ${childId} ${person?.id}`)
        return page === 'p1' ? ring : undefined
      },
    ])
    expect(readers.mayRead('p1', atStaff(li))).toMatchObject({ by: 'way', ring })
    expect(readers.mayRead('p3', atStaff(li))).toBeUndefined()
    expect(readers.mayRead('p1', atStaff())).toBeUndefined()
    expect(readers.mayRead('p1', atPupil('other'))).toBeUndefined()
    expect(asked).toEqual(['p1 rain li', 'p3 other li'])
  })

  it('holds after whatever happens, as a plain count of what was done says', () => {
    const adults = [li, wang, chief]
    const adult = fc.constantFrom('li', 'wang', 'chief')
    const page = fc.constantFrom('p1', 'p2')
    const deed = fc.oneof(
      fc.record({ what: fc.constant('give' as const), page, adult }),
      fc.record({ what: fc.constant('basket' as const), page }),
      fc.record({ what: fc.constant('back' as const), page }),
      fc.record({ what: fc.constant('role' as const), adult, role: fc.constantFrom('teacher', 'volunteer') }),
      fc.record({ what: fc.constant('leave' as const), adult }),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const { db, readers, give } = room()
        const may = new Map<string, string>()
        const roles = new Map(adults.map(({ id, role }) => [id, role as string]))
        const gone = new Set<string>()
        const lose = (who: string) => {
          for (const [what, to] of may) if (to === who) may.delete(what)
        }
        for (const one of deeds) {
          if (one.what === 'give') {
            give(one.page, { staffId: one.adult })
            if (gone.has(one.adult)) may.delete(one.page)
            else may.set(one.page, one.adult)
          } else if (one.what === 'basket') {
            give(one.page, { circle: 'basket' })
            may.delete(one.page)
          } else if (one.what === 'back') {
            endShares(db, 'rain', one.page, 2)
            may.delete(one.page)
          } else if (one.what === 'role') {
            if (roles.get(one.adult) !== one.role) lose(one.adult)
            roles.set(one.adult, one.role)
            db.shared.set('staff', one.adult, { role: one.role })
          } else {
            gone.add(one.adult)
            lose(one.adult)
            db.shared.set('staff', one.adult, { left_at: 5 })
          }
          for (const each of ['p1', 'p2', 'p3'])
            for (const person of adults)
              expect(readers.mayRead(each, atStaff(person)) !== undefined).toBe(may.get(each) === person.id)
        }
        db.close()
      }),
      { numRuns: 25 },
    )
  })
})
