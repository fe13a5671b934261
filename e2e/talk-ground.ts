import type { Page } from '@playwright/test'
import { layCallGround, type CallGround } from './call-ground.ts'
import { familyOf, type Kin } from './family.ts'
import { expect, test as base } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'

export interface Talk {
  readonly pupil: Page
  readonly staff: Page
  readonly kin: Kin
  /** A phone, nothing open on it yet. */
  readonly mother: Page
}

/** A room that has joined a real call server, and a mother with her invitation in her hand. */
export const test = base.extend<{ ground: CallGround; talk: Talk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  ground: async ({}, use) => {
    const ground = await layCallGround()
    await use(ground)
    return ground.close()
  },
  talk: async ({ ground, launch }, use) => {
    const app = await launch([...ground.kioskDevices])
    const pupil = await openRoom(app)
    const staff = await signIn(app, pupil)
    await must(staff, 'calls.enrol', { line: ground.line })
    const kin = await familyOf(staff)
    await use({ pupil, staff, kin, mother: await ground.phone() })
  },
})

export const callDoor = (pupil: Page) => pupil.getByRole('button', { name: '打电话', exact: true })
export const waiting = (pupil: Page) => pupil.getByRole('button', { name: '妈妈，正在等你', exact: true })

/** The child's page of the family, with the mother waiting on hers. */
export async function together({ pupil, kin, mother }: Talk): Promise<void> {
  await mother.goto(kin.link)
  await mother.getByRole('button', { name: '打开我的页面' }).click()
  await expect(mother.getByRole('heading', { name: '小雨会来找您' })).toBeVisible()
  await begin(pupil, { childId: kin.childId })
  await callDoor(pupil).click()
  await expect(waiting(pupil)).toBeVisible()
}

export const logOf = async (staff: Page) =>
  (await must(staff, 'calls.log', { page: 0 })).rows.map(({ called, end, way }) => ({ called, end, way }))
