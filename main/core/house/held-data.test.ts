import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DAYS_AFTER_LEAVING } from '#contract/retention.ts'
import { NO_MEMORY, type ClockMemory } from '../kernel/clock-rules.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'

const DAY = 86_400_000
let folder: string
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-'))
  now = Date.UTC(2026, 10, 25, 2)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const open = (clockMemory: ClockMemory = { ...NO_MEMORY, lastTrusted: now, certain: now }): House =>
  openHouseIn(folder, { clockMemory, builtAt: Date.UTC(2026, 9, 25) })

async function later(house: House, ms: number, memory?: ClockMemory): Promise<House> {
  await house.close()
  now += ms
  vi.setSystemTime(now)
  return open(memory)
}

function childIn({ children, contacts }: House) {
  const born = { name: '林小雨', classLabel: '2.1', number: null, birthday: null, decided: 'new' } as const
  const childId = value(children.add(born)).id
  const facts = { relation: '奶奶', name: '黄阿英', called: '奶奶', guardian: true, city: null, spoken: null }
  const askedBy = value(contacts.add(childId, { ...facts, language: 'zh-CN', phones: [] })).id
  return { childId, askedBy }
}

it('erases nothing while a case is open, whoever asked and however long ago, and goes on when it is closed', async () => {
  let house = open()
  const { childId, askedBy } = childIn(house)
  value(house.rights.askErasure({ childId, askedBy, how: 'in-person', staffId: 's' }))
  expect(house.rights.hold({ childId: 'nobody', why: '派出所在调查' }, 's')).toMatchObject({ ok: false })
  value(house.rights.hold({ childId, why: '派出所在调查' }, 's'))
  house = await later(house, ERASURE_WAITS + DAY)
  await house.erasures.look()
  const { hold } = value(await house.rights.look(childId))
  expect(hold).toMatchObject({ why: '派出所在调查' })
  expect(house.children.list()).toHaveLength(1)
  expect(house.rights.liftHold({ childId, id: 'another' }, '结束', 's')).toMatchObject({ ok: false })
  value(house.rights.liftHold({ childId, id: hold!.id }, '结束', 's'))
  await house.erasures.look()
  expect(house.children.list()).toEqual([])
  expect(house.ground.db.all('SELECT 1 FROM child_hold')).toEqual([])
  await house.close()
})

it('lets the data of a child who left go by somebody’s word alone, after the days, by a time that is certain', async () => {
  let house = open()
  const { childId } = childIn(house)
  expect(house.rights.retention()).toMatchObject({ left: [], children: 1 })
  value(house.children.remove(childId))
  expect(house.rights.retention().left).toMatchObject([{ childId, isDue: false, isHeld: false, isErasing: false }]) // prettier-ignore
  expect(house.rights.askOld(childId, 's')).toMatchObject({ ok: false, error: { code: 'too-early' } })

  // A clock that nobody has confirmed makes nothing fall due.
  house = await later(house, (DAYS_AFTER_LEAVING + 1) * DAY, NO_MEMORY)
  expect(house.rights.retention()).toMatchObject({ isCertain: false, left: [{ isDue: false }] })
  expect(house.rights.askOld(childId, 's')).toMatchObject({ ok: false, error: { code: 'too-early' } })

  house = await later(house, 0)
  expect(house.rights.retention()).toMatchObject({ isCertain: true, left: [{ isDue: true }] })
  await house.erasures.look()
  expect(house.rights.retention().left).toHaveLength(1)
  value(house.rights.askOld(childId, 's'))
  value(house.rights.askOld(childId, 's'))
  expect(house.rights.retention().left).toMatchObject([{ isErasing: true }])
  const [asked, ...more] = value(await house.rights.look(childId)).requests
  expect([asked?.kind, asked?.askedBy, more]).toEqual(['erasure', '', []])
  house = await later(house, ERASURE_WAITS + DAY)
  await house.erasures.look()
  expect(house.rights.retention().left).toEqual([])
  await house.close()
})
