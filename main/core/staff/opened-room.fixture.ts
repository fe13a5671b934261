import type { StaffPerson } from '#contract/people.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import { createPinHash } from './pin-hash.ts'
import { createStaffService, type StaffService } from './service.ts'

export const MINUTE = 60_000
export const PIN = '804913'
export const WRONG = '804914'
export const NEW_PIN = '730268'

// The house's cost takes a third of a second a try; what is checked here is what happens around it.
const pinHash = () => createPinHash({ logN: 8, r: 8, p: 1 })

/** The staff of a room; another one on the same ground is a restart of the program. */
export function staffOn(ground: TestGround): StaffService {
  const { rescue, escrow } = keysAt(ground)
  return createStaffService(ground, { idleMs: () => 5 * MINUTE, pinHash: pinHash(), rescue, escrow })
}

/** A room whose first coordinator is there. */
export async function openedRoom(ground = testGround()) {
  const staff = staffOn(ground)
  const first = await staff.prepareFirst({ name: '陈老师', pin: PIN })
  if (!first.ok) throw new Error('no first coordinator')
  const me = first.value.write()
  return { ground, staff, me, recoveryKey: first.value.recoveryKey }
}

/** Adds somebody with that PIN. */
export async function added(staff: StaffService, name: string, role: StaffPerson['role'] = 'teacher') {
  const answer = await staff.add({ name, role, pin: PIN, checkedOn: null })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.id
}

/** Wrong tries until this many are counted, waiting as asked. */
export async function wrongTries(staff: StaffService, ground: TestGround, id: string, count: number) {
  const answers = []
  for (let done = 0; done < count; done += 1) {
    const answer = await staff.signIn(id, WRONG)
    if (answer.ok) throw new Error('a wrong PIN was taken')
    answers.push(answer.error)
    ground.clock.pass(answer.error.waitMs ?? 0)
  }
  return answers
}
