import type { ElectronApplication } from '@playwright/test'
import { join } from 'node:path'
import { familyOf } from './family.ts'
import { expect } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { createPhones, fakeDevices, type ParentPhones } from './parent-phones.ts'
import { root, serverWithoutEngines } from './server-process.ts'

/** The call server as its operator starts it, without engines: messages need no telephone. And a browser for parents. */
export interface LetterGround {
  /** The line that brings a seat to the server. */
  readonly line: string
  stop(): Promise<void>
  /** Starts it again, at the same address. */
  start(): Promise<void>
  readonly phone: ParentPhones['phone']
  close(): Promise<void>
}

export async function layLetterGround(): Promise<LetterGround> {
  const server = await serverWithoutEngines(join(root, 'out/parent'))
  await server.start()
  const line = server.addRoom()
  const phones = createPhones(fakeDevices)
  return {
    line,
    stop: () => server.stop(),
    start: () => server.start(),
    phone: phones.phone,
    async close() {
      await phones.close()
      await server.close()
    },
  }
}

/** A child in front of the letterbox of its mother, at a server that is open. */
export async function atTheBox(
  launch: (args: string[]) => Promise<ElectronApplication>,
  ground: LetterGround,
) {
  const app = await launch([...fakeDevices])
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await must(staff, 'calls.enrol', { line: ground.line })
  const kin = await familyOf(staff)
  await begin(pupil, { childId: kin.childId })
  await pupil.locator('.door').first().click()
  await pupil.getByRole('button', { name: '给妈妈留话', exact: true }).click()
  await expect(pupil.getByRole('heading', { name: '给妈妈留话' })).toBeVisible()
  return { app, pupil, staff, ...kin }
}
