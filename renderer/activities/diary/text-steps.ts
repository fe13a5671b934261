import type { Step } from '#contract/diary.ts'

/** Typing within so many ms of the last key belongs to one step of undo. */
const burst = 1500
/** Typing waits at most this long to be kept, ms. */
const wait = 700

export interface TextSteps {
  /** The whole text now. */
  type(text: string): void
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

/** Makes steps of typing: one for each burst, kept while it grows. */
export function createTextSteps(house: TextHouse): TextSteps {
  let id = ''
  let last = -Infinity
  let waiting: string | undefined
  let stop: () => void = nothing
  const hand = () => {
    stop()
    stop = nothing
    if (waiting === undefined) return
    house.keep({ id, kind: 'text', text: waiting })
    waiting = undefined
  }
  return {
    type(text) {
      const now = house.now()
      if (id === '' || now - last > burst) {
        hand()
        id = house.newId()
      }
      last = now
      const first = waiting === undefined
      waiting = text
      if (first) stop = house.later(wait, hand)
    },
    end() {
      hand()
      id = ''
      last = -Infinity
    },
  }
}
