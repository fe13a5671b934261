import { expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '#core/db/test-ground.ts'
import { createAudit } from './audit.ts'

const chen: StaffPerson = { id: 'chen', name: '陈', role: 'teacher' }

it('keeps who did what about whom, newest first, though the clock jumps', () => {
  const ground = testGround()
  ground.db.shared.set('staff', 'chen', { name: '陈', role: 'teacher', created_at: 0 })
  const audit = createAudit(ground)
  audit.recordAct(chen, 'children.showPictures', 'child-1')
  audit.recordAct(chen, 'children.change', 'child-1')
  audit.recordAct({ ...chen, id: 'gone' }, 'children.change', 'child-1')
  audit.recordAct(chen, 'children.change', 'child-2')
  audit.recordAct(chen, 'room.changeSettings')
  // Set back to 2000: what is written then goes on behind what was written before.
  ground.clock.trusted = () => false
  ground.clock.setWall(Date.UTC(2000, 0, 1))
  audit.recordAct(chen, 'children.setAvatar', 'child-1')
  expect(
    audit.actsAbout('child-1').map(({ method, staffName, trusted }) => [method, staffName, trusted]),
  ).toEqual([
    ['children.setAvatar', '陈', false],
    ['children.change', null, true],
    ['children.change', '陈', true],
    ['children.showPictures', '陈', true],
  ])
  expect(audit.actsAbout('child-1', 1)).toHaveLength(1)
})
