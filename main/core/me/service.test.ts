import { expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { createAudit } from '../audit/audit.ts'
import { createChildrenService } from '../children/service.ts'
import { testGround } from '../db/test-ground.ts'
import { ok, type Result } from '../kernel/result.ts'
import { createStaffStore } from '../staff/store.ts'
import { createMeService } from './service.ts'

function room() {
  const ground = testGround()
  const children = createChildrenService(ground, { media: { keep: async () => ok('a'.repeat(64)) } })
  const added = children.add({ name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
  if (!added.ok) throw new Error(added.error.code)
  const people: StaffPerson[] = [
    { id: ground.newId(), name: '王老师', role: 'teacher' },
    { id: ground.newId(), name: '周老师', role: 'coordinator' },
    { id: ground.newId(), name: '小陈', role: 'volunteer' },
  ]
  for (const { id, name, role } of people)
    createStaffStore(ground.db).add({ id, name, role, checkedOn: null, pinHash: '', createdAt: 1 })
  const shown: string[] = []
  const audit = createAudit(ground)
  const me = createMeService(ground, {
    audit,
    people: () => people,
    settings: () => ({ turnsADay: 2, sessionMinutes: 30 }),
    setAvatar: (id, avatar) => children.setAvatar(id, avatar),
    card: (id) => (children.sessionChild(id) ? { hasPhoto: false, hasClass: true } : null),
    family: () => [{ agreed: ['video'] }],
    hasListener: () => false,
    onLook: (id) => shown.push(id),
  })
  const [wang, zhou, chen] = people as [StaffPerson, StaffPerson, StaffPerson]
  return { ground, children, audit, me, people, shown, wang, zhou, chen, yu: added.value.id }
}
const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

it('settings are the child’s, hold, and show at once', () => {
  const { ground, children, me, shown, yu } = room()
  expect(children.sessionChild(yu)?.settings).toEqual({ voice: 'on', pinyin: null, letters: 'normal' })
  value(me.setSettings(yu, { voice: 'slow', pinyin: false, letters: 'big' }))
  value(me.setFace(yu, { animal: 'owl', tone: 'lake' }))
  expect(shown).toEqual([yu, yu])
  expect(children.sessionChild(yu)).toMatchObject({
    settings: { voice: 'slow', pinyin: false, letters: 'big' },
    face: { animal: 'owl', tone: 'lake' },
  })
  ground.db.shared.set('child_setting', yu, { voice: 'singing', letters: null, pinyin: null })
  expect(children.sessionChild(yu)?.settings).toEqual({ voice: 'on', pinyin: null, letters: 'normal' })
  expect(me.setSettings(ground.newId(), { voice: 'on', pinyin: null, letters: 'big' })).toMatchObject({
    ok: false,
  })
})

it('a question has a date and somebody who answers; the child sees that they did', () => {
  const { ground, me, wang, zhou, yu } = room()
  const asked = value(me.ask(yu, 'change'))
  expect(asked).toMatchObject({ adultName: '周老师', due: '2026-11-29', done: false })
  expect(value(me.ask(yu, 'change')).id).toBe(asked.id)
  expect(me.asks(zhou)).toMatchObject([
    { childName: '林小雨', about: 'change', due: '2026-11-29', overdue: false },
  ])
  expect(me.asks(wang)).toEqual([])
  expect(me.answered(wang, yu, asked.id)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  ground.clock.pass(8 * 86_400_000)
  expect(me.asks(zhou)).toMatchObject([{ overdue: true }])
  value(me.answered(zhou, yu, asked.id))
  expect(me.asks(zhou)).toEqual([])
  expect(value(me.known(yu)).asks).toMatchObject([{ done: true }])
  expect(me.answered(zhou, yu, asked.id)).toMatchObject({ ok: false })
})

it('with nobody who coordinates a teacher is asked, and of a leaver the next one answers', () => {
  const { me, people, wang, zhou, chen, yu } = room()
  people.splice(people.indexOf(zhou), 1)
  expect(value(me.ask(yu, 'look'))).toMatchObject({ adultName: '王老师' })
  expect(me.asks(wang)).toHaveLength(1)
  people.splice(people.indexOf(wang), 1)
  expect(me.asks(chen)).toEqual([])
  expect(me.ask(yu, 'remove')).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(value(me.known(yu)).keeper).toBeNull()
  people.push(zhou)
  expect(me.asks(zhou)).toHaveLength(1)
})

it('who looked is told by name, deed and day; the hall names who can read it', () => {
  const { ground, audit, me, wang, yu } = room()
  audit.recordAct(wang, 'contacts.family', yu)
  audit.recordAct(wang, 'contacts.family', yu)
  audit.recordAct(wang, 'children.change', ground.newId())
  const known = value(me.known(yu))
  expect(known.looked).toMatchObject([{ name: '王老师', deed: 'family', day: '2026-11-22' }])
  expect(known.adults).toEqual(['王老师', '周老师'])
  expect(known.hall).toContain('calls')
  expect(known.hall).not.toContain('messages')
  expect(me.page(yu)).toEqual({ turnsLeft: 2, minutes: 30 })
})
