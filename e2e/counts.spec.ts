// Counts, not times: what one event costs the disk, what one tick renders, how much script comes, how large things are.
import type { Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { must, openRoom, signIn, sitDown } from './open-room.ts'
import { scriptBytes } from './script-bytes.ts'
import { serious } from './axe.ts'
import { sweep } from './sweep.ts'

const places = [
  'home',
  'family',
  'me',
  'mood',
  'talk',
  'learn',
  'activity',
  'diary',
  'diary-page',
  'goodbye',
] as const
const marks: Readonly<Record<string, string>> = {
  who: '.tile',
  pictures: '.lockin',
  home: '.door',
  family: '.nobody',
  me: '.me-main',
  mood: '.mood-door .moods',
  talk: '.tell-card',
  learn: '.front',
  activity: '.ask-sum',
  diary: '.pages .say, .page-card',
  'diary-page': '.editor',
  goodbye: '.bye-card .kept li',
  raised: 'dialog.raised',
}

/** A room with a child, led through every screen that a child can see. */
async function everyScreen(pupil: Page, staff: Page, look: (name: string) => Promise<void>): Promise<void> {
  const shown = async (name: string) => {
    await pupil
      .locator(marks[name] ?? '')
      .first()
      .waitFor()
    await look(name)
  }
  for (let at = 0; at < 26; at += 1)
    await must(staff, 'children.add', {
      name: `陈${String.fromCodePoint(0x4e00 + at * 37)}雨`,
      classLabel: `${(at % 6) + 1}年级`,
      number: null,
      birthday: null,
    })
  await shown('who')
  const first = (await must(pupil, 'children.faces'))[0]!
  await must(staff, 'children.setPictures', { id: first.id, pictures: 'new' })
  await pupil.locator('.tile').first().click()
  await shown('pictures')
  await pupil.locator('.lockin').waitFor()
  await sitDown(staff, pupil)
  for (const name of places) {
    const pages = { 'diary-page': async () => (await must(pupil, 'diary.begin')).id, activity: () => 'sums' }
    const page = name === 'diary-page' || name === 'activity' ? await pages[name]() : undefined
    await must(pupil, 'sessions.move', page ? { name, page } : { name })
    await shown(name)
  }
  await must(pupil, 'sessions.move', { name: 'home' })
  await pupil.locator('.homepage .home-tools button').first().click()
  await shown('raised')
}

for (const size of ['1366x768', '1024x768'])
  test.describe(size, () => {
    test.use({ screens: size })

    test('nothing scrolls, words are 20 px, targets 64 px, and axe finds nothing serious on a child’s screens', async ({
      app,
    }) => {
      const pupil = await openRoom(app)
      const staff = await signIn(app, pupil)
      const found: Record<string, readonly unknown[]> = {}
      await everyScreen(pupil, staff, async (name) => {
        const here = (await sweep(pupil)).filter(({ rule }) => rule !== 'cut-off')
        const more = await serious(pupil)
        if (here.length + more.length > 0) found[name] = [...here, ...more]
      })
      expect(found).toEqual({})
    })
  })

test('axe finds nothing serious on any page of the console', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await sitDown(staff, pupil)
  const found: Record<string, string[]> = {}
  const pages = staff.locator('.nav .place')
  await pages.first().waitFor()
  for (let at = 0; at < (await pages.count()); at += 1) {
    await pages.nth(at).click()
    await staff.locator('.nav .place[aria-current]').nth(0).waitFor()
    await staff.locator('.desk header h1').waitFor()
    const here = await serious(staff)
    if (here.length > 0) found[`page ${at}`] = here
  }
  expect(found).toEqual({})
})

/** Ranges of the face that a page has used, and did not name as one to be fetched with its scripts. */
const lateFonts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const ahead = new Set(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(({ href }) => href),
    )
    const loaded = new Set(
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ weight, unicodeRange }) => `${weight} ${unicodeRange}`),
    )
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules]
        .filter((rule) => rule instanceof CSSFontFaceRule)
        .map(({ style }) => ({
          key: `${style.getPropertyValue('font-weight')} ${style.getPropertyValue('unicode-range')}`,
          url: new URL(
            /url\("?([^")]+)/.exec(style.getPropertyValue('src'))?.[1] ?? '',
            sheet.href ?? undefined,
          ).href,
        })),
    )
    return rules.filter(({ key, url }) => loaded.has(key) && !ahead.has(url)).map(({ url }) => url)
  })

test('the faces show with at most 140 kB of script in six files, and fetch no drawing nor range of the face late', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await sitDown(staff, pupil)
  await must(pupil, 'sessions.end')
  await pupil.reload()
  await pupil.locator('.tile').first().waitFor()
  const { bytes, files } = await scriptBytes(pupil)
  expect(files.length).toBeGreaterThan(1)
  expect(files.length).toBeLessThanOrEqual(6)
  expect(bytes).toBeLessThanOrEqual(140_000)
  const drawings = await pupil
    .locator('.who-page use')
    .evaluateAll((uses) => uses.map((use) => use.getAttribute('href') ?? ''))
  expect(drawings.length).toBeGreaterThan(5)
  expect(drawings.filter((href) => !href.startsWith('#'))).toEqual([])
  expect(await pupil.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true)
  expect(await lateFonts(pupil)).toEqual([])
})

interface Watched {
  outside: string[]
  ticks: number
  frames: number
  intervals: number[]
  timeouts: number[]
}

test('a tick of the clock changes the countdown alone, and no timer runs faster than one second', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await sitDown(staff, pupil)
  await pupil.addInitScript(() => {
    const watched: Watched = { outside: [], ticks: 0, frames: 0, intervals: [], timeouts: [] }
    const { setInterval: every, setTimeout: after, requestAnimationFrame: frame } = globalThis
    Object.assign(globalThis, {
      watched,
      setInterval: (work: () => void, ms = 0, ...rest: unknown[]) => {
        watched.intervals.push(ms)
        return every(work, ms, ...rest)
      },
      setTimeout: (work: () => void, ms = 0, ...rest: unknown[]) => {
        watched.timeouts.push(ms)
        return after(work, ms, ...rest)
      },
      requestAnimationFrame: (work: FrameRequestCallback) => {
        watched.frames += 1
        return frame(work)
      },
    })
  })
  await pupil.reload()
  await pupil.locator('.homepage .door').first().waitFor()
  // The pages behind the doors are fetched ahead, one after the other.
  await pupil.waitForLoadState('networkidle')
  await pupil.evaluate(async () => {
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  const intervals = await pupil.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    const periods = [...watched.intervals]
    Object.assign(watched, { frames: 0, timeouts: [] })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement
        if (node?.closest('[role=img]')) watched.ticks += 1
        else watched.outside.push(node?.outerHTML.slice(0, 120) ?? '')
      }
    }).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    return periods
  })
  expect(Math.min(...intervals)).toBeGreaterThanOrEqual(1000)
  const watched = () => pupil.evaluate(() => (globalThis as unknown as { watched: Watched }).watched)
  await expect.poll(async () => (await watched()).ticks, { intervals: [1000] }).toBeGreaterThan(0)
  const { outside, frames, timeouts } = await watched()
  expect(outside).toEqual([])
  expect(frames).toBe(0)
  expect(timeouts.filter((ms) => ms < 1000)).toEqual([])
})

function flushes(folder: string, events: number): number {
  const script = join(import.meta.dirname, 'bench/write-events.ts')
  const args = ['-f', '-e', 'trace=fsync,fdatasync', '-o', join(folder, `${events}.trace`)]
  spawnSync('strace', [...args, process.execPath, script, join(folder, `${events}.sqlite`), String(events)])
  const lines = readFileSync(join(folder, `${events}.trace`), 'utf8').split('\n')
  return lines.filter((line) => /\b(fsync|fdatasync)\(/.test(line)).length
}

test('an acknowledged event costs one flush of the disk', () => {
  test.skip(spawnSync('strace', ['true']).status !== 0, 'strace is not installed or may not trace here')
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-flushes-'))
  try {
    expect(flushes(folder, 60) - flushes(folder, 10)).toBe(50)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
