import type { CDPSession, Locator, Page } from '@playwright/test'
import { longHand, shortHand } from '#core/learning/clocks/time-rules.ts'
import type { ComputerExercise } from '#core/learning/computer/activity-rules.ts'
import type { TangramExercise } from '#core/learning/tangram/activity-rules.ts'
import { finger, middleOf } from './activity-ground.ts'
import { expect } from './fixture.ts'

// What a hand does in activities that are more than a tap: hands of a clock, pieces of the tangram, squares of chess, the deeds of the computer.

/** A place on the clock: degrees from twelve, and how far out, as a part of its width. */
async function onFace(pupil: Page, degrees: number, far: number) {
  const face = pupil.locator('.turning')
  const { x, y } = await middleOf(face)
  const out = (await face.boundingBox())!.width * far
  const turn = (degrees * Math.PI) / 180
  return { x: x + out * Math.sin(turn), y: y - out * Math.cos(turn) }
}

const hands = { long: [longHand, 0.36], short: [shortHand, 0.2] } as const

/** Drags a hand to where it stands at a time. */
export async function turnHand(pupil: Page, hand: 'long' | 'short', to: number, by: 'mouse' | 'finger') {
  const [angle, far] = hands[hand]
  const shown = Number(await pupil.locator('.turning').getAttribute('data-time'))
  const start = await onFace(pupil, angle(shown), far)
  const end = await onFace(pupil, angle(to), far)
  if (by === 'finger') return finger(pupil, start, end)
  await pupil.mouse.move(start.x, start.y)
  await pupil.mouse.down()
  await pupil.mouse.move(end.x, end.y, { steps: 8 })
  return pupil.mouse.up()
}

export interface Dot {
  readonly x: number
  readonly y: number
}

/** Where the middle of a piece belongs on the screen, by the shadow that is drawn there. */
export async function goals(pupil: Page, { solution }: TangramExercise): Promise<readonly Dot[]> {
  const shadows = pupil.locator('.tan-shadow polygon')
  await expect(shadows).toHaveCount(7)
  return Promise.all(
    solution.map((_, piece) =>
      shadows.nth(piece).evaluate((polygon: SVGPolygonElement) => {
        const matrix = polygon.getScreenCTM()!
        const points = [...polygon.points].map((point) => point.matrixTransform(matrix))
        const sum = (of: (point: DOMPoint) => number) => points.reduce((all, one) => all + of(one), 0)
        return { x: sum(({ x }) => x) / points.length, y: sum(({ y }) => y) / points.length }
      }),
    ),
  )
}

export const pieceOf = (pupil: Page, piece: number) => pupil.locator(`.tan-piece[data-piece="${piece}"]`)

export async function middleOfPiece(pupil: Page, piece: number): Promise<Dot> {
  return pieceOf(pupil, piece)
    .locator('polygon')
    .last()
    .evaluate((polygon: SVGPolygonElement) => {
      const matrix = polygon.getScreenCTM()!
      const { x, y } = new DOMPoint(0, 0).matrixTransform(matrix)
      return { x, y }
    })
}

/** Taps, or keys, until a piece lies as the known way has it; a piece that looks the same another way round stops there too. */
export async function turnRight(exercise: TangramExercise, piece: number, turn: () => Promise<void>) {
  const wanted = exercise.solution[piece]!
  const start = exercise.start[piece]!
  const turns = (start.turn - wanted.turn + 8) % 8
  for (let done = 0; done < turns; done += 1) await turn()
}

export async function drag(pupil: Page, from: Dot, to: Dot): Promise<void> {
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await pupil.mouse.move(to.x, to.y, { steps: 4 })
  await pupil.mouse.up()
}

export const touchAt = (
  wire: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  dots: readonly Dot[],
) => wire.send('Input.dispatchTouchEvent', { type, touchPoints: dots.map(({ x, y }) => ({ x, y })) })

export async function dragByFinger(wire: CDPSession, from: Dot, to: Dot): Promise<void> {
  await touchAt(wire, 'touchStart', [from])
  for (const part of [0.3, 0.7, 1])
    await touchAt(wire, 'touchMove', [
      { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
    ])
  await touchAt(wire, 'touchEnd', [])
}

export const square = (pupil: Page, name: string) => pupil.locator(`.chess-square[data-square="${name}"]`)

export async function middleOfSquare(pupil: Page, name: string): Promise<Dot> {
  const box = (await square(pupil, name).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function pull(
  pupil: Page,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const start = await middleOf(from)
  await pupil.mouse.move(start.x, start.y)
  await pupil.mouse.down()
  await pupil.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await pupil.mouse.move(to.x, to.y, { steps: 4 })
  await pupil.mouse.up()
}

/** What a plant wishes, as the menu says it. */
const wished = {
  water: /^(水|Water)$/u,
  sun: /^(太阳|Sun)$/u,
  basket: /^(篮子|Basket)$/u,
} as const

const codes: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
}

/** The exercise on the page, as it is meant to be done. */
export async function byHand(pupil: Page, { level, task }: ComputerExercise): Promise<void> {
  switch (task.kind) {
    case 'spots':
      for (const spot of await pupil.locator('.pc-spot').all()) {
        if (level === 'move') await spot.hover()
        else if (level === 'click') await spot.click()
        else await spot.dblclick()
      }
      return
    case 'drag':
      for (let left = task.spots.length; left > 0; left -= 1)
        await pull(pupil, pupil.locator('.pc-pulled').first(), await middleOf(pupil.locator('.pc-nest')))
      return
    case 'scroll': {
      const floor = pupil.locator('.pc-floor').nth(task.at)
      await pupil.locator('.pc-tower ul').hover()
      await expect(async () => {
        await pupil.mouse.wheel(0, 120)
        const [tower, found] = [await pupil.locator('.pc-tower').boundingBox(), await floor.boundingBox()]
        expect(found!.y + found!.height / 2).toBeLessThan(tower!.y + tower!.height - 20)
      }).toPass()
      return floor.click()
    }
    case 'menu':
      for (const [at, wish] of task.wishes.entries()) {
        await pupil.locator('.pc-thing').nth(at).click({ button: 'right' })
        await expect(pupil.locator('.pc-menu')).toBeVisible()
        await pupil.getByRole('menuitem', { name: wished[wish] }).click()
      }
      return
    case 'keys':
      for (const key of task.keys)
        await pupil.keyboard.press(
          codes[key] ?? (key.length === 1 && /[A-Z]/.test(key) ? key.toLowerCase() : key),
        )
      return
    case 'chords':
      for (const chord of task.chords)
        await pupil.keyboard.press(
          chord === 'undo' ? 'Control+z' : chord === 'redo' ? 'Control+y' : `Shift+${chord}`,
        )
      return
    case 'windows': {
      const window = pupil.locator('.pc-window').nth(task.at)
      const title = window.locator('.pc-title')
      if (task.deed === 'move') {
        const from = await middleOf(title)
        return pull(pupil, title, { x: from.x + 40, y: from.y + 10 })
      }
      // What lies behind is brought forward by its bar first.
      await title.click()
      if (task.deed !== 'front')
        await window.locator('.pc-bar button').nth({ small: 1, large: 2, close: 3 }[task.deed]).click()
      return
    }
    case 'files': {
      const folder = pupil.locator('.pc-folders .pc-folder').nth(task.deed === 'bin' ? 2 : task.to)
      if (task.deed !== 'open')
        return pull(pupil, pupil.locator('.pc-file').nth(task.at), await middleOf(folder))
      await folder.dblclick()
      return pupil.locator('.pc-file').nth(task.at).dblclick()
    }
  }
}
