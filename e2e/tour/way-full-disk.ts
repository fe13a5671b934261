import type { Page } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fakeDevices } from '../parent-phones.ts'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { at, goTo, press, seat, visit, type VisitParts } from './visit.ts'
import { draw } from './way-diary.ts'
import { toBox } from './way-messages.ts'

/** Where mounting is allowed, a small disk of its own runs full under a recording and under the diary. */
export function fullDisk(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { stretch, lang, skip } = camera
  let disk = ''
  const prepare = async (userData: string) => {
    const whole = join(userData, 'prepared')
    mkdirSync(whole)
    const made = await roomIn(whole, template, lang)
    disk = join(userData, 'room')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) disk = ''
    else cpSync(made, disk, { recursive: true })
    rmSync(whole, { recursive: true })
  }
  const unmount = () => {
    if (disk) spawnSync('umount', ['-l', disk])
  }
  return visit(camera, { ...parts, args: [...fakeDevices], prepare }, async ({ window, launched }) => {
    try {
      if (!disk) {
        for (const name of ['letters-disk-full', 'letters-cut', 'diary-disk-full'] as const)
          skip(name, 'no small disk can be mounted here')
        return
      }
      const pupil = await window('pupil')
      await pupil.locator('.tile').first().waitFor()
      await seat(pupil, pupils.main)
      const filler = join(disk, 'filler')
      await stretch('a full disk under a recording', () => recording(camera, pupil, filler))
      rmSync(filler, { force: true })
      await stretch('a recording that is cut short', () => cutShort(camera, pupil, disk, filler))
      rmSync(filler, { force: true })
      await stretch('a full disk under the diary', () => diaryPage(camera, pupil, filler))
    } finally {
      launched.cut()
      unmount()
    }
  }).finally(unmount)
}

/** Not even the end of it can be written. */
async function recording(camera: Camera, pupil: Page, filler: string): Promise<void> {
  const { say, shot } = camera
  await toBox(pupil)
  await recordUntilFull(camera, pupil, filler)
  await shot(pupil, 'letters-disk-full')
  await press(pupil, say('message.go-back'))
}

/** What was said until then becomes a message. */
async function cutShort(camera: Camera, pupil: Page, disk: string, filler: string): Promise<void> {
  growLog(disk)
  await recordUntilFull(camera, pupil, filler)
  await pupil.locator('.played').waitFor()
  await camera.shot(pupil, 'letters-cut')
}

async function recordUntilFull({ say }: Camera, pupil: Page, filler: string): Promise<void> {
  await press(pupil, say('message.voice'))
  await press(pupil, say('message.record.start'))
  await pupil.locator('.on-air').waitFor()
  // Something has been said before there is no room for more.
  await new Promise((done) => setTimeout(done, 2500))
  fill(filler)
  await pupil.getByText(say('child.refusal.disk-full')).first().waitFor()
}

/** The database's log keeps the length that it once had and is written anew from its start: a few rows fit on a full disk. */
function growLog(disk: string): void {
  const raw = new BetterSqlite3(join(disk, 'room.sqlite'))
  raw.exec('CREATE TABLE ballast (bytes)')
  raw.exec('INSERT INTO ballast VALUES (zeroblob(1000000))')
  raw.exec('DROP TABLE ballast')
  raw.pragma('wal_checkpoint(RESTART)')
  raw.close()
}

async function diaryPage({ shot }: Camera, pupil: Page, filler: string): Promise<void> {
  await goTo(pupil, 'diary')
  await pupil.locator('.page-card').first().click()
  await at(pupil, 'diary-page')
  fill(filler)
  await draw(pupil)
  await pupil
    .locator('.saved.not')
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => undefined)
  await shot(pupil, 'diary-disk-full')
}

function fill(file: string): void {
  for (let size = 2 ** 20; size >= 512; size /= 2)
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch {
      // Full for pieces of this size.
    }
}
