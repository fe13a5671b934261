import type { Page } from '@playwright/test'
import type { Activity } from '#core/learning/activity-rules.ts'
import type { Json } from '#contract/learning.ts'
import { patience } from '../patience.ts'

/** Playwright's page, or one without it. */
type Handled = Pick<Page, 'evaluate'>

// The hand of the bench and of the tests on whatever exercise is on the screen: the frame gives every activity the same things, and React knows what
// it gave last. So each activity of the catalog is measured without a line of its own.

interface Given {
  readonly exercise: unknown
  readonly stage: string
  readonly busy: boolean
  readonly hint: unknown
  readonly onAnswer: (answer: unknown) => void
}

declare global {
  interface Window {
    /** What the frame gives the exercise that is shown; null while none is. */
    given(): Given | null
  }
}

/** Puts the hand into a page. */
export const layHand = (page: Handled): Promise<void> =>
  page.evaluate(() => {
    interface Fiber {
      readonly memoizedProps: Partial<Given> | null
      readonly child: Fiber | null
      readonly sibling: Fiber | null
      readonly return: Fiber | null
    }
    const rootOf = (): Fiber | null => {
      for (const element of document.querySelectorAll('body > *')) {
        const key = Object.keys(element).find((name) => name.startsWith('__reactContainer$'))
        const container =
          key && (element as unknown as Record<string, { stateNode: { current: Fiber } }>)[key]
        if (container) return container.stateNode.current
      }
      return null
    }
    window.given = () => {
      const root = rootOf()
      for (let fiber = root; fiber;) {
        const props = fiber.memoizedProps
        if (typeof props?.onAnswer === 'function' && 'exercise' in props) return props as Given
        if (fiber.child) fiber = fiber.child
        else {
          let up: Fiber | null = fiber
          while (up && !up.sibling) up = up.return === root ? null : up.return
          fiber = up?.sibling ?? null
        }
      }
      return null
    }
  })

/** The exercise that is on the screen and takes an answer; a round that is over is followed by the next. */
export async function asked(page: Handled): Promise<Json> {
  const exercise = await page.evaluate(async (most) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const began = performance.now()
    for (;;) {
      const now = window.given()
      if (now && now.stage !== 'right' && now.stage !== 'shown' && !now.busy)
        return JSON.stringify(now.exercise ?? null)
      // A wrong try may be followed by another; what was shown is gone on from.
      if (!now || now.stage === 'shown')
        document.querySelector<HTMLElement>('.round-end .go, .exercise-tools .go')?.click()
      if (performance.now() - began > most) throw new Error('no exercise is asked')
      await frame()
    }
  }, patience)
  return JSON.parse(exercise) as Json
}

/** What the rules would answer. */
export function solutionOf(activity: Activity, exercise: Json): Json {
  const read = activity.readExercise(exercise)
  if (!read) throw new Error(`${activity.id}: not its own exercise`)
  return activity.solve(read) as Json
}

/** Hands in an answer; ms until the page has shown what came of it. */
export const answered = (page: Handled, answer: Json): Promise<number> =>
  page.evaluate(
    async ([given, most]) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const began = performance.now()
      const { exercise, stage } = window.given() ?? {}
      window.given()?.onAnswer(JSON.parse(given))
      // Where nothing is enjoyed for long, the next exercise may be there before this one is seen to be right.
      while (window.given()?.stage === stage && window.given()?.exercise === exercise) {
        if (performance.now() - began > most)
          throw new Error(`nothing came of ${given} while ${stage}: ${JSON.stringify(exercise)}`)
        await frame()
      }
      // Once more, so that it is on the screen.
      await frame()
      return performance.now() - began
    },
    [JSON.stringify(answer), patience] as const,
  )
