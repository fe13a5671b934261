import type { ElectronApplication, Page } from '@playwright/test'
import { roomWithChildren } from './child-ground.ts'
import { expect } from './fixture.ts'
import { begin, must } from './open-room.ts'

interface Seated {
  readonly pupil: Page
  readonly staff: Page
}

/**
 * One room for all tests of a file whose app is started once (`sharing()`). What it gives seats a new child of a class at home:
 * each test brings its own, so that nothing which one has done is in the way of another.
 */
export function sharedRoom(): (
  app: ElectronApplication,
  classLabel: string,
  name: string,
) => Promise<Seated> {
  let room: Promise<Seated> | undefined
  return async (app, classLabel, name) => {
    room ??= roomWithChildren(app)
    const { pupil, staff } = await room
    const { id } = await must(staff, 'children.add', { name, classLabel, number: null, birthday: null })
    if (await must(pupil, 'sessions.now')) await must(pupil, 'sessions.end')
    await begin(pupil, { childId: id })
    await expect(pupil.locator('.door')).toHaveCount(4)
    return { pupil, staff }
  }
}
