import { z } from 'zod'
import type { Presence } from '#contract/wire.ts'
import type { Clock } from '../kernel/clock.ts'
import type { SeatLine } from './seat-line.ts'

const told = z.object({
  contacts: z.array(z.object({ user: z.string(), presence: z.enum(['open', 'away']) })),
})
/** The server is asked no more often. */
const EVERY_MS = 5000

/** Who of one child's family is there; asked only while somebody looks. */
export interface PresenceWatch {
  /** By SIP user, as last told for this child; nobody is known of another child. */
  of(child: string): ReadonlyMap<string, Presence>
  /** Asks once, unless it was asked just now. */
  glance(child: string): void
  /** Asks again and again until `stop` or another child. */
  watch(child: string): void
  stop(): void
}

export function createPresenceWatch(
  line: Pick<SeatLine, 'ask'>,
  clock: Pick<Clock, 'monotonic'>,
  onTold: () => void,
): PresenceWatch {
  let known: { readonly child: string; readonly users: ReadonlyMap<string, Presence> } | undefined
  let asked: { readonly child: string; readonly at: number } | undefined
  let watched: string | undefined
  let timer: NodeJS.Timeout | undefined

  const ask = async (child: string): Promise<void> => {
    asked = { child, at: clock.monotonic() }
    const answer = await line.ask({ method: 'GET', path: `/api/seat/presence?child=${child}` }, told)
    if (asked.child !== child) return
    // A server that is away says nothing about the family; the page shows that it is away.
    const users = new Map(answer.ok ? answer.value.contacts.map((one) => [one.user, one.presence]) : [])
    known = { child, users }
    if (watched === child) onTold()
  }
  const askOn = async (child: string): Promise<void> => {
    await ask(child)
    next()
  }
  const next = (): void => {
    clearTimeout(timer)
    const child = watched
    if (child === undefined) return
    const age = asked?.child === child ? clock.monotonic() - asked.at : Infinity
    timer = setTimeout(() => void askOn(child), Math.max(0, EVERY_MS - age))
    // An open page does not keep the machine from ending.
    timer.unref()
  }

  return {
    of: (child) => (known?.child === child ? known.users : new Map()),
    glance: (child) => {
      if (watched === child) return
      if (asked?.child === child && clock.monotonic() - asked.at < EVERY_MS) return
      void ask(child)
    },
    watch: (child) => {
      if (watched === child) return
      watched = child
      next()
    },
    stop: () => {
      watched = undefined
      clearTimeout(timer)
    },
  }
}
