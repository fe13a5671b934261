import BetterSqlite3 from 'better-sqlite3'
import { openSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import type { Camera } from './camera.ts'
import { backUp, cutAfter, pupils, roomIn } from './rooms.ts'
import { ask, signIn, visit, type VisitParts } from './visit.ts'

/** What staff are told after a bad night, the example room, and a database that cannot be opened. */
export async function trouble(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { shot, stretch, lang } = camera
  await stretch('notices of a power cut', () =>
    visit(
      camera,
      {
        ...parts,
        prepare: async (userData) => cutAfter(await roomIn(userData, template, lang), pupils.fresh, 60_000),
      },
      async (opened) => {
        const pupil = await opened.window('pupil')
        await pupil.locator('.one-card').waitFor()
        const staff = await signIn(opened, pupil)
        await staff.locator('.notices .notice').first().waitFor()
        await shot(staff, 'notices-cut')
      },
    ),
  )
  await stretch('notices of a restored room', () =>
    visit(
      camera,
      {
        ...parts,
        prepare: async (userData) => {
          const folder = await roomIn(userData, template, lang)
          backUp(folder)
          damage(join(folder, 'room.sqlite'))
        },
      },
      async (opened) => {
        const pupil = await opened.window('pupil')
        await pupil.locator('.tile').first().waitFor()
        const staff = await signIn(opened, pupil)
        await staff.locator('.notices .notice').first().waitFor()
        await shot(staff, 'notices-restored')
      },
    ),
  )
  await stretch('the example room', () =>
    visit(
      camera,
      { ...parts, args: ['--example'], prepare: (userData) => roomIn(userData, template, lang, 'example') },
      async ({ window }) => {
        const pupil = await window('pupil')
        await pupil.locator('.tile').first().waitFor()
        await shot(pupil, 'who-example')
        await ask(pupil, 'staff.knock')
        const staff = await window('staff')
        await staff.locator('.door-people button').first().waitFor()
        await shot(staff, 'staff-example')
      },
    ),
  )
  await stretch('a database of a later version', () =>
    visit(
      camera,
      {
        ...parts,
        prepare: async (userData) => {
          const folder = await roomIn(userData, template, lang)
          const raw = new BetterSqlite3(join(folder, 'room.sqlite'))
          raw.pragma('user_version = 99')
          raw.close()
        },
      },
      async ({ window }) => {
        const pupil = await window('pupil')
        await pupil.locator('main[data-problem]').waitFor()
        await shot(pupil, 'problem')
      },
    ),
  )
}

/** Garbage over the first pages, as a bad sector leaves it. */
function damage(file: string): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(64 * 1024, 7), 0, 64 * 1024, 4096)
  closeSync(handle)
}
