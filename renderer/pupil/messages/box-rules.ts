import type { LetterBox, MessageCard } from '#contract/messages.ts'

/** What the page about one relative has to show, sorted out. */
export interface Sorted {
  /** From home, not seen yet, oldest first. */
  readonly fresh: readonly MessageCard[]
  /** From home and seen, the newest first. */
  readonly older: readonly MessageCard[]
  /** The child's own that was not sent; the newest. */
  readonly draft: MessageCard | undefined
  /** The child's own on their way. */
  readonly waiting: readonly MessageCard[]
  /** The child's own that came last to the family. */
  readonly arrived: MessageCard | undefined
}

export function sorted({ messages }: Pick<LetterBox, 'messages'>): Sorted {
  const home = messages.filter(({ from }) => from === 'home')
  const own = messages.filter(({ from }) => from === 'child')
  return {
    fresh: home.filter(({ seen }) => !seen),
    older: home.filter(({ seen }) => seen).toReversed(),
    draft: own.findLast(({ state }) => state === 'draft'),
    waiting: own.filter(({ state }) => state === 'waiting'),
    arrived: own.findLast(({ state }) => state === 'arrived'),
  }
}

/** How the last of the child's own stand, for one line: words `message.<it>`. */
export type OwnLine = 'waiting-full' | 'waiting-line' | 'waiting-going' | 'was-seen' | 'arrived'

export function ownLine({ waiting, arrived }: Pick<Sorted, 'waiting' | 'arrived'>): OwnLine | null {
  if (waiting.length > 0) {
    const why = waiting.find(({ wait }) => wait !== null)?.wait
    return why ? `waiting-${why}` : 'waiting-going'
  }
  if (!arrived) return null
  return arrived.seen ? 'was-seen' : 'arrived'
}
