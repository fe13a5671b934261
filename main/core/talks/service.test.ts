import { describe, expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '../db/test-ground.ts'
import { createChildrenService } from '../children/service.ts'
import { ok } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createStaffStore } from '../staff/store.ts'
import { createTalksService } from './service.ts'

const DAY = 24 * 3_600_000
const MINUTE = 60_000

function room() {
  const ground = testGround()
  // A machine's own time is no whole number of milliseconds.
  const whole = ground.clock.monotonic.bind(ground.clock)
  ground.clock.monotonic = () => whole() * 1.000_000_1
  const staff = createStaffStore(ground.db)
  const person = (name: string, role: StaffPerson['role']): StaffPerson => {
    const id = ground.newId()
    staff.add({ id, name, role, checkedOn: null, pinHash: '', createdAt: 1 })
    return { id, name, role }
  }
  const li = person('李老师', 'social-worker')
  const wang = person('王老师', 'teacher')
  const helper = person('小陈', 'volunteer')
  const children = createChildrenService(ground, { media: { keep: async () => ok('a'.repeat(64)) } })
  const born = (name: string): string => {
    const added = children.add({ name, classLabel: '二(1)班', number: null, birthday: null })
    if (!added.ok) throw new Error(added.error.code)
    return added.value.id
  }
  const talks = createTalksService(ground, {
    people: () => staff.all().map(({ id, name, role }) => ({ id, name, role })),
    family: () => [{ called: '奶奶', relation: '奶奶' }],
    keys: keysAt(ground).keys,
    goesOnAfter: () => 30 * MINUTE,
  })
  /** Minutes with the room open. */
  const wait = (minutes: number): void => {
    for (let minute = 0; minute < minutes; minute++) {
      ground.clock.pass(MINUTE)
      talks.tick()
    }
  }
  /** The program, started again. */
  const restarted = (present: readonly StaffPerson[]) =>
    createTalksService(ground, {
      people: () => present,
      family: () => [],
      keys: keysAt(ground).keys,
      goesOnAfter: () => 30 * MINUTE,
    })
  return {
    wait,
    restarted,
    person,
    ground,
    staff,
    talks,
    children,
    li,
    wang,
    helper,
    yu: born('林小雨'),
    ming: born('陈明'),
  }
}
const value = <T>(answer: { ok: boolean; value?: T; error?: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value as T
}
const refused = { ok: false, error: { code: 'not-found' } }

describe('a wish to talk', () => {
  it('goes to the adult who was chosen and to nobody else; how the child feels is told when it is opened', () => {
    const { talks, li, wang, yu } = room()
    const wish = value(talks.ask(yu, li.id, 'missing'))
    expect(wish).toMatchObject({ adultName: '李老师', state: 'sent' })
    expect(talks.mine(wang)).toEqual([])
    expect(JSON.stringify(talks.mine(li))).not.toContain('missing')
    expect(talks.mine(li)).toMatchObject([{ childName: '林小雨', classLabel: '二(1)班', received: false }])
    expect(talks.open(wang, wish.id)).toMatchObject(refused)
    expect(talks.page(yu).wish).toMatchObject({ state: 'sent' })
    expect(value(talks.open(li, wish.id))).toEqual({ mood: 'missing' })
    expect(talks.page(yu).wish).toMatchObject({ state: 'received', adultName: '李老师' })
    expect(talks.mine(li)).toMatchObject([{ received: true }])
  })

  it('is over once they have talked, and the feeling is forgotten', () => {
    const { ground, talks, li, wang, yu } = room()
    const { id } = value(talks.ask(yu, li.id, 'sad'))
    expect(talks.talked(wang, id)).toMatchObject(refused)
    value(talks.open(li, id))
    value(talks.talked(li, id))
    expect(talks.mine(li)).toEqual([])
    expect(talks.page(yu).wish).toBeNull()
    expect(ground.db.all('SELECT mood FROM talk_mood')).toEqual([])
    expect(JSON.stringify(ground.db.all('SELECT * FROM change'))).not.toContain('sad')
    expect(talks.talked(li, id)).toMatchObject(refused)
  })

  it('is one: until it is opened it may go to another adult, be felt otherwise, or be taken back', () => {
    const { ground, talks, li, wang, yu, ming } = room()
    const { id } = value(talks.ask(yu, li.id, null))
    expect(value(talks.ask(yu, wang.id, 'angry')).id).toBe(id)
    expect(talks.mine(li)).toEqual([])
    expect(talks.mine(wang)).toHaveLength(1)
    expect(talks.takeBack(ming, id)).toMatchObject(refused)
    value(talks.takeBack(yu, id))
    expect(talks.mine(wang)).toEqual([])
    expect(ground.db.all('SELECT id FROM talk_wish')).toEqual([])
    expect(talks.takeBack(yu, id)).toMatchObject(refused)
  })

  it('stays with who has opened it; another adult hears of a wish of their own', () => {
    const { talks, li, wang, yu } = room()
    const first = value(talks.ask(yu, li.id, 'calm'))
    value(talks.open(li, first.id))
    expect(talks.takeBack(yu, first.id)).toMatchObject(refused)
    expect(value(talks.ask(yu, li.id, 'sad'))).toMatchObject({ id: first.id, state: 'received' })
    const second = value(talks.ask(yu, wang.id, 'sad'))
    expect(second.id).not.toBe(first.id)
    expect(talks.mine(li)).toHaveLength(1)
    expect(talks.mine(wang)).toHaveLength(1)
  })

  it('is not taken for volunteers, leavers and strangers; with an adult who leaves the child may choose anew', () => {
    const { ground, staff, talks, li, wang, helper, yu } = room()
    expect(talks.ask(yu, helper.id, null)).toMatchObject(refused)
    expect(talks.ask(yu, ground.newId(), null)).toMatchObject(refused)
    value(talks.ask(yu, li.id, null))
    staff.leave(li.id, 2)
    expect(talks.page(yu)).toMatchObject({ wish: null, adults: [{ name: '王老师' }] })
    expect(talks.ask(yu, li.id, null)).toMatchObject(refused)
    expect(value(talks.ask(yu, wang.id, null))).toMatchObject({ state: 'sent' })
  })

  it('that nobody opens for a day is told to who coordinates, without the child; one of a leaver, too', () => {
    const { ground, staff, talks, children, li, wang, yu, ming } = room()
    value(talks.ask(yu, li.id, 'sad'))
    value(talks.open(wang, value(talks.ask(ming, wang.id, 'sad')).id))
    expect(talks.marks()).toEqual([li.id])
    expect(talks.waiting()).toEqual([])
    ground.clock.pass(DAY + 1)
    staff.leave(li.id, 2)
    expect(talks.waiting()).toEqual([{ adultName: '李老师', count: 1 }])
    children.remove(yu)
    expect(talks.waiting()).toEqual([{ adultName: '李老师', count: 1 }])
  })

  it('that nobody answers goes to who coordinates, who is not told how the child feels, then to the help lines', () => {
    const { talks, wait, person, li, yu } = room()
    const zhou = person('周老师', 'coordinator')
    const { id } = value(talks.ask(yu, li.id, 'sad'))
    wait(29)
    expect(talks.mine(zhou)).toEqual([])
    expect(talks.page(yu).wish).toMatchObject({ step: 'chosen', toldToo: [] })
    wait(1)
    expect(talks.mine(zhou)).toMatchObject([{ childName: '林小雨', passedOnFrom: '李老师', received: false }])
    expect(talks.mine(li)).toMatchObject([{ passedOnFrom: null, received: false }])
    expect(talks.marks()).toEqual([li.id, zhou.id])
    expect(talks.page(yu).wish).toMatchObject({ state: 'sent', step: 'coordinator', toldToo: ['周老师'] })
    wait(30)
    expect(talks.page(yu).wish).toMatchObject({ state: 'sent', step: 'help-line' })
    expect(value(talks.open(zhou, id))).toEqual({ mood: null })
    expect(talks.page(yu).wish).toMatchObject({ state: 'received', heardBy: '周老师' })
    expect(value(talks.open(li, id))).toEqual({ mood: 'sad' })
    expect(talks.page(yu).wish).toMatchObject({ heardBy: '周老师' })
    value(talks.talked(zhou, id))
    expect(talks.page(yu).wish).toBeNull()
  })

  it('that was heard has as long again until somebody comes; then it goes on', () => {
    const { talks, wait, person, li, wang, yu } = room()
    const zhou = person('周老师', 'coordinator')
    const { id } = value(talks.ask(yu, li.id, null))
    wait(25)
    value(talks.open(li, id))
    wait(25)
    expect(talks.mine(zhou)).toEqual([])
    wait(5)
    // Who coordinates has not heard it yet, and is told at the door of the console.
    expect(talks.mine(zhou)).toMatchObject([{ received: false, passedOnFrom: '李老师' }])
    expect(talks.marks()).toEqual([zhou.id])
    expect(talks.hasNews(yu)).toBe(true)
    expect(talks.mine(wang)).toEqual([])
    expect(talks.page(yu).wish).toMatchObject({ state: 'received', step: 'coordinator', heardBy: '李老师' })
    value(talks.open(zhou, id))
    expect(talks.mine(zhou)).toMatchObject([{ received: true }])
    expect(talks.marks()).toEqual([])
    expect(talks.page(yu).wish).toMatchObject({ state: 'received', heardBy: '周老师' })
  })

  it('begins anew with another adult', () => {
    const { talks, wait, person, li, wang, yu } = room()
    const zhou = person('周老师', 'coordinator')
    value(talks.ask(yu, li.id, null))
    wait(29)
    expect(talks.mine(zhou)).toEqual([])
    value(talks.ask(yu, wang.id, null))
    wait(29)
    expect(talks.mine(zhou)).toEqual([])
    wait(1)
    expect(talks.mine(zhou)).toMatchObject([{ passedOnFrom: '王老师' }])
    value(talks.ask(yu, li.id, null))
    expect(talks.mine(zhou)).toEqual([])
    expect(talks.page(yu).wish).toMatchObject({ step: 'chosen' })
  })

  it('of an adult who left waits for nobody, and without anybody who coordinates the help lines are next', () => {
    const { staff, talks, wait, li, wang, yu, ming } = room()
    value(talks.ask(yu, li.id, null))
    staff.leave(li.id, 2)
    wait(1)
    expect(talks.page(yu).wish).toMatchObject({ step: 'help-line', toldToo: [] })
    value(talks.ask(ming, wang.id, null))
    wait(30)
    expect(talks.page(ming).wish).toMatchObject({ step: 'help-line' })
  })

  it('counts on over a restart, and lies sealed', () => {
    const { ground, talks, wait, restarted, li, yu } = room()
    value(talks.ask(yu, li.id, 'angry'))
    wait(29)
    const again = restarted([li])
    ground.clock.pass(MINUTE)
    again.tick()
    expect(again.page(yu).wish).toMatchObject({ step: 'chosen' })
    ground.clock.pass(MINUTE)
    again.tick()
    expect(again.page(yu).wish).toMatchObject({ step: 'help-line' })
    expect(JSON.stringify(ground.db.all('SELECT * FROM talk_mood'))).not.toContain('angry')
  })

  it('whose feeling an older version left readable is sealed at the next start', () => {
    const { ground, talks, restarted, li, yu } = room()
    const { id } = value(talks.ask(yu, li.id, null))
    ground.db.run(`INSERT INTO talk_mood (wish_id, mood) VALUES (?, 'tired'), ('gone', 'sad')`, [id])
    const again = restarted([li])
    expect(JSON.stringify(ground.db.all('SELECT * FROM talk_mood'))).not.toMatch(/tired|sad/)
    expect(value(again.open(li, id))).toEqual({ mood: 'tired' })
  })

  it('that lay over a weekend goes on as soon as the room opens, by one step an opening', () => {
    const { ground, talks, wait, person, restarted, li, yu } = room()
    const zhou = person('周老师', 'coordinator')
    value(talks.ask(yu, li.id, 'sad'))
    expect(talks.page(yu).wish).toMatchObject({ step: 'chosen', toldNext: ['周老师'] })
    expect(talks.unheard(yu)).toMatchObject({ adultName: '李老师', toldNext: ['周老师'] })
    wait(10)
    expect(talks.hasNews(yu)).toBe(false)
    ground.clock.pass(3 * DAY)
    const monday = restarted([li, zhou])
    monday.tick()
    expect(monday.mine(zhou)).toMatchObject([{ childName: '林小雨', passedOnFrom: '李老师' }])
    expect(monday.marks()).toEqual([li.id, zhou.id])
    expect(monday.hasNews(yu)).toBe(true)
    expect(monday.page(yu).wish).toMatchObject({ step: 'coordinator', toldToo: ['周老师'] })
    expect(monday.hasNews(yu)).toBe(false)
    ground.clock.pass(MINUTE)
    monday.tick()
    expect(monday.page(yu).wish).toMatchObject({ step: 'coordinator' })
    // The lid was closed over night: the program slept with the seat.
    ground.clock.pass(DAY)
    monday.tick()
    expect(monday.page(yu).wish).toMatchObject({ step: 'help-line' })
  })

  it('asked after a night is not taken for one that lay over it; nor does a power cut make it older', () => {
    const { ground, talks, person, restarted, li, yu, ming } = room()
    const zhou = person('周老师', 'coordinator')
    talks.tick()
    ground.clock.pass(DAY)
    value(talks.ask(yu, li.id, null))
    talks.tick()
    expect(talks.mine(zhou)).toEqual([])
    ground.clock.pass(10 * MINUTE)
    const again = restarted([li, zhou])
    again.tick()
    expect(again.mine(zhou)).toEqual([])
    // A clock that nobody believes cannot say how long it was.
    ground.clock.trusted = () => false
    value(again.ask(ming, li.id, null))
    const blind = restarted([li, zhou])
    blind.tick()
    expect(blind.mine(zhou)).toHaveLength(2)
  })

  it('shows the child the answer at its next turn once, and whoever heard an earlier wish', () => {
    const { talks, li, wang, yu } = room()
    const { id } = value(talks.ask(yu, li.id, null))
    expect(talks.page(yu).heardToo).toEqual([])
    value(talks.open(li, id))
    expect(talks.hasNews(yu)).toBe(true)
    expect(talks.page(yu).wish).toMatchObject({ state: 'received' })
    expect(talks.hasNews(yu)).toBe(false)
    expect(talks.unheard(yu)).toBeNull()
    value(talks.ask(yu, wang.id, null))
    expect(talks.page(yu)).toMatchObject({ wish: { adultName: '王老师' }, heardToo: [li.id] })
  })

  it('of a child who leaves stays with who was chosen, and goes on; of an erased one nothing stays', () => {
    const { ground, talks, wait, person, children, li, yu } = room()
    const zhou = person('周老师', 'coordinator')
    const { id } = value(talks.ask(yu, li.id, 'sad'))
    children.remove(yu)
    expect(talks.mine(li)).toMatchObject([{ childName: '林小雨', hasLeft: true, received: false }])
    wait(30)
    expect(talks.mine(zhou)).toMatchObject([{ hasLeft: true }])
    expect(value(talks.open(li, id))).toEqual({ mood: 'sad' })
    ground.db.shared.remove('talk_wish', id)
    wait(1)
    expect(talks.mine(li)).toEqual([])
    expect(ground.db.all('SELECT * FROM talk_seen UNION SELECT wish_id, 0, ms FROM talk_wait')).toEqual([])
  })

  it('to an adult who left before opening it goes to whom the child asks instead, and is one wish', () => {
    const { staff, ground, talks, li, wang, yu } = room()
    const { id } = value(talks.ask(yu, li.id, null))
    staff.leave(li.id, 2)
    expect(value(talks.ask(yu, wang.id, null))).toMatchObject({ id, adultName: '王老师', step: 'chosen' })
    expect(ground.db.all('SELECT id FROM talk_wish')).toHaveLength(1)
  })

  it('says who at home could listen', () => {
    const { talks, yu } = room()
    expect(talks.page(yu).atHome).toEqual({ called: '奶奶', relation: '奶奶' })
  })

  it('is told of', () => {
    const { talks, li, yu } = room()
    let told = 0
    talks.onChange(() => told++)
    const { id } = value(talks.ask(yu, li.id, null))
    value(talks.open(li, id))
    value(talks.open(li, id))
    value(talks.talked(li, id))
    expect(told).toBe(3)
  })
})
