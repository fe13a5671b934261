import type { At, Step } from '#contract/diary.ts'

/** Presses within so many ms of the last one belong to one step of undo. */
const burst = 1500
/** A thing under a finger is kept this often on its way, ms: with the way to the disk, a power cut loses less than a second. */
const wait = 500

export interface MoveSteps {
  /** Where a thing is now, on its way. */
  move(item: string, at: At): void
  /** It lies still: what waits is handed over, and a move of the same thing soon after is the same step. */
  rest(): void
  /** The next move is a new step. */
  end(): void
}

export interface MoveHouse {
  newId(): string
  now(): number
  later(ms: number, what: () => void): () => void
  keep(step: Step): void
}

const nothing = () => undefined

/** Makes steps of moving a thing: one for each drag or burst of presses, kept while it grows. */
export function createMoveSteps(house: MoveHouse): MoveSteps {
  let id = ''
  let last = -Infinity
  let waiting: { readonly item: string; readonly at: At } | undefined
  let moved = ''
  let stop: () => void = nothing
  const rest = () => {
    stop()
    stop = nothing
    if (!waiting) return
    house.keep({ id, kind: 'move', item: waiting.item, to: waiting.at })
    waiting = undefined
  }
  return {
    move(item, at) {
      const now = house.now()
      if (id === '' || item !== moved || now - last > burst) {
        rest()
        id = house.newId()
        moved = item
      }
      last = now
      const first = waiting === undefined
      waiting = { item, at }
      if (first) stop = house.later(wait, rest)
    },
    rest,
    end() {
      rest()
      id = ''
      last = -Infinity
    },
  }
}
