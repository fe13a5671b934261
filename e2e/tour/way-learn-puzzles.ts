import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils, roomIn, standOn } from './rooms.ts'
import { goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** Who stands where on which ladder. */
const levels = [
  [pupils.main, 'sudoku', 'four-few'],
  [pupils.frames, 'sudoku', 'six'],
  [pupils.rows, 'sudoku', 'nine-locked'],
  [pupils.main, 'mazes', 'large'],
  [pupils.frames, 'mazes', 'tiny'],
  [pupils.rows, 'mazes', 'all'],
  [pupils.main, 'balance', 'swap'],
  [pupils.frames, 'balance', 'long-chain'],
  [pupils.rows, 'balance', 'both-sides'],
  [pupils.steps, 'balance', 'coins'],
] as const

/** Puzzles without words: sudoku of each size, mazes and scales, with help, given up. */
export function puzzles(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { shot, stretch, lang } = camera
  const prepare = async (userData: string) => standOn(await roomIn(userData, template, lang), levels)
  return visit(camera, { ...parts, prepare }, async ({ window }) => {
    const pupil = await window('pupil')
    await pupil.locator('.tile').first().waitFor()
    const play = async (name: string, activity: string, ready: string): Promise<void> => {
      await seat(pupil, name)
      await goTo(pupil, 'activity', activity)
      await pupil.locator(ready).first().waitFor()
    }
    await stretch('sudoku', async () => {
      await play(pupils.main, 'sudoku', '.sudoku')
      await shot(pupil, 'sudoku-four')
      await help(camera, pupil, 2)
      await shot(pupil, 'sudoku-what')
      await play(pupils.frames, 'sudoku', '.sudoku[data-size="6"]')
      await shot(pupil, 'sudoku-six')
      await play(pupils.rows, 'sudoku', '.sudoku[data-size="9"]')
      await press(pupil, camera.say('sudoku:maybe'))
      for (const digit of ['2', '5', '9']) await pupil.keyboard.press(digit)
      await shot(pupil, 'sudoku-nine')
      await help(camera, pupil, 1)
      await shot(pupil, 'sudoku-look')
      await press(pupil, camera.say('shelf:frame.give-up'))
      await pupil.locator('.exercise-tools .go').waitFor()
      await shot(pupil, 'sudoku-shown')
    })
    await stretch('mazes', async () => {
      await play(pupils.main, 'mazes', '.maze')
      await press(pupil, camera.say('shelf:frame.help'))
      await pupil.locator('.maze-lit').waitFor({ state: 'attached' })
      await shot(pupil, 'maze')
      await play(pupils.frames, 'mazes', '.maze')
      await shot(pupil, 'maze-tiny')
      await play(pupils.rows, 'mazes', '.maze-door')
      await shot(pupil, 'maze-door')
      await press(pupil, camera.say('shelf:frame.give-up'))
      await pupil.locator('.exercise-tools .go').waitFor()
      await shot(pupil, 'maze-shown')
    })
    await stretch('balance', async () => {
      await play(pupils.main, 'balance', '.big-scale')
      await shot(pupil, 'balance')
      await play(pupils.frames, 'balance', '.choice-card')
      await shot(pupil, 'balance-chain')
      await play(pupils.rows, 'balance', '.big-scale')
      await press(pupil, camera.say('shelf:frame.help'))
      await pupil.locator('[data-look=true]').waitFor()
      await shot(pupil, 'balance-unknown')
      await play(pupils.steps, 'balance', '.coin')
      await pupil.locator('.coin').nth(0).click()
      await shot(pupil, 'balance-coins')
    })
  })
}

/** Asks for help so many times. */
async function help({ say }: Camera, pupil: Page, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await press(pupil, say('shelf:frame.help'))
    await pupil.locator('[data-look=true]').first().waitFor()
  }
}
