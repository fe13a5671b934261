import type { Step } from '#contract/diary.ts'

/** Characters (UTF-16 units) on one page at most (contract). */
export const mostText = 20_000

/** Typing within so many ms of the last key belongs to one step of undo. */
const burst = 1500
/** Typing waits at most this long to be kept, ms: with the way to the disk, a power cut loses less than a second. */
const wait = 500

export interface TextSteps {
  /** The whole text of a sheet (the first unless given) now. `whole`: an input method handed words over at once, and they are a step of their own. */
  type(text: string, whole?: boolean, sheet?: number): void
  /** Hands over what waits at once; the next typing is a new step. */
  end(): void
}

export interface TextHouse {
  newId(): string
  now(): number
  later(ms: number, what: () => void): () => void
  keep(step: Step): void
}

const nothing = () => undefined

/** Makes steps of typing: one for each burst, kept while it grows, and one for whatever an input method hands over. */
export function createTextSteps(house: TextHouse): TextSteps {
  let id = ''
  let on = 0
  let last = -Infinity
  let waiting: string | undefined
  let stop: () => void = nothing
  const hand = () => {
    stop()
    stop = nothing
    if (waiting === undefined) return
    house.keep({ id, kind: 'text', sheet: on, text: waiting })
    waiting = undefined
  }
  const end = () => {
    hand()
    id = ''
    last = -Infinity
  }
  return {
    type(text, whole = false, sheet = 0) {
      const now = house.now()
      if (id === '' || whole || sheet !== on || now - last > burst) {
        hand()
        id = house.newId()
        on = sheet
      }
      last = now
      const first = waiting === undefined
      waiting = text
      if (whole) end()
      else if (first) stop = house.later(wait, hand)
    },
    end,
  }
}
