import { expect, it } from 'vitest'
import { createAudit } from '../audit/audit.ts'
import { applyChanges, exportChanges } from '../db/merge.ts'
import { testGround, testNoon } from '../db/test-ground.ts'
import { NOBODY } from '../db/shared-tables.ts'
import { forgetOldLooks } from './old-looks.ts'

const DAY = 86_400_000
const chen = { id: 'chen', name: '陈', role: 'teacher' } as const
const consent = (id: string, child: string) => ({
  id, at: testNoon, trusted: 1, child_id: child, contact_id: NOBODY, purpose: 'phone', given: 1, day: '2026-11-22', guardian_id: NOBODY,
  witness_id: 'chen', how: 'written', note: null, phones: null,
}) // prettier-ignore

/** A look, one of which nobody knows the time, a year later one more; two guardians' words, the one about a child who was erased. */
function room() {
  const ground = testGround()
  const { clock, db } = ground
  const audit = createAudit(ground)
  clock.trusted = () => false
  audit.recordAct(chen, 'children.find', 'unknown')
  clock.trusted = () => true
  audit.recordAct(chen, 'children.find', 'first')
  db.shared.append('contact_consent', consent('erased', NOBODY))
  db.shared.append('contact_consent', consent('here', 'rain'))
  db.shared.append('contact_consent', consent('last', 'rain'))
  clock.pass(365 * DAY)
  clock.trusted = () => false
  audit.recordAct(chen, 'children.find', 'unknown later')
  clock.trusted = () => true
  audit.recordAct(chen, 'children.find', 'a year later')
  const left = () => db.all<{ subject: string }>('SELECT subject FROM staff_act ORDER BY rowid').map(({ subject }) => subject) // prettier-ignore
  const words = () => db.all<{ id: string }>('SELECT id FROM contact_consent ORDER BY id').map(({ id }) => id)
  return { ground, clock, db, left, words }
}

const all = ['unknown', 'first', 'unknown later', 'a year later']

it('lets who looked go after three years, with what is known to be as old, and never the last row', () => {
  const { ground, clock, left, words } = room()
  clock.pass(731 * DAY)
  expect(forgetOldLooks(ground)).toBe(0)
  expect(left()).toEqual(all)
  clock.pass(DAY)
  expect(forgetOldLooks(ground)).toBe(3)
  expect(left()).toEqual(['unknown later', 'a year later'])
  // What was agreed stays with the child, as long as the child does.
  expect(words()).toEqual(['here', 'last'])
  clock.pass(5000 * DAY)
  forgetOldLooks(ground)
  expect(left()).toEqual(['a year later'])
})

it('lets nothing go by a clock that is not certain, however far it jumps', () => {
  const { ground, clock, left } = room()
  const certain = clock.wall()
  clock.certain = () => certain
  for (const wall of [Date.UTC(2099, 0, 1), Date.UTC(2000, 0, 1)]) {
    clock.setWall(wall)
    expect(forgetOldLooks(ground)).toBe(0)
  }
  clock.certain = () => 0
  expect(forgetOldLooks(ground)).toBe(0)
  expect(left()).toEqual(all)
})

it('leaves other seats able to follow: what is written later arrives, and what they send again goes again', () => {
  const { ground, clock, db, left } = room()
  const there = testGround({ seat: 'seat-2' })
  expect(applyChanges(there.db, exportChanges(db))).toMatchObject({ ok: true })
  const { upTo } = exportChanges(db)
  clock.pass(3000 * DAY)
  forgetOldLooks(ground)
  createAudit(ground).recordAct(chen, 'children.find', 'now')
  applyChanges(there.db, exportChanges(db, upTo))
  expect(there.db.all(`SELECT 1 FROM staff_act WHERE subject = 'now'`)).toHaveLength(1)
  applyChanges(db, exportChanges(there.db))
  expect(left().length).toBeGreaterThan(2)
  forgetOldLooks(ground)
  expect(left().filter((subject) => subject !== 'now')).not.toContain('first')
})
