import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isOf } from '../launch.ts'
import { sweep, type Finding } from '../sweep.ts'
import { fileOf, isForChildrenOnly, screens, type Lang, type ScreenName, type Size } from './screens.ts'
import { wordsOf, type Say } from './words.ts'

export interface Note {
  readonly screen: ScreenName
  readonly finding: Finding
}

/** Takes the pictures of one language and one size, and remembers what went wrong. */
export interface Camera {
  readonly lang: Lang
  readonly size: Size
  readonly say: Say
  /** Waits until the page stands still, then takes its picture. */
  readonly shot: (page: Page, name: ScreenName) => Promise<void>
  /** A stretch of the way: when it fails, the rest goes on. */
  readonly stretch: (name: string, work: () => Promise<void>) => Promise<void>
  /** A picture that cannot be taken here, and why. */
  readonly skip: (name: ScreenName, why: string) => void
  readonly failures: readonly string[]
  readonly skipped: readonly string[]
  readonly notes: readonly Note[]
  /** Screens that nobody took. */
  readonly missing: () => ScreenName[]
}

export function createCamera(lang: Lang, size: Size, out: string): Camera {
  const folder = join(out, lang, size)
  mkdirSync(folder, { recursive: true })
  const taken = new Set<ScreenName>()
  const failures: string[] = []
  const skipped: string[] = []
  const notes: Note[] = []
  return {
    lang,
    size,
    say: wordsOf(lang),
    failures,
    skipped,
    notes,
    missing: () => screens.filter((name) => !taken.has(name)),
    skip: (name, why) => {
      taken.add(name)
      skipped.push(`${name}: ${why}`)
    },
    async stretch(name, work) {
      try {
        await work()
      } catch (error) {
        const said = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error)
        failures.push(`${name}: ${said}`)
      }
    },
    async shot(page, name) {
      if (isForChildrenOnly(size) && !isOf(page, 'pupil')) {
        taken.add(name)
        return
      }
      await still(page)
      // A parent's phone is scrolled: all of its page is looked at.
      const fullPage = !isOf(page, 'pupil') && !isOf(page, 'staff')
      const png = await page.screenshot({ type: 'png', fullPage })
      writeFileSync(join(folder, fileOf(name)), png)
      taken.add(name)
      // Children's screens have floors for words and targets; the console is looked at for what is cut off.
      const child = isOf(page, 'pupil')
      const found = await sweep(page, child ? undefined : { text: 12, target: 0 })
      const wanted = child ? found : found.filter(({ rule }) => rule === 'cut-off' || rule === 'small-text')
      notes.push(...wanted.map((finding) => ({ screen: name, finding })))
    },
  }
}

/** Fonts and pictures are there, what moved has come to rest; at most 1.5 seconds. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const enough = new Promise((done) => setTimeout(done, 1500))
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
    const rest = async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      await document.fonts.ready
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
      const ends = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Infinity
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(ends)
          .map(({ finished }) => finished),
      )
      await Promise.allSettled(
        [...document.images].filter(({ complete }) => !complete).map((image) => image.decode()),
      )
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
    await Promise.race([rest(), enough])
  })
}
