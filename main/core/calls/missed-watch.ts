import { z } from 'zod'
import type { ContactsService } from '../contacts/service.ts'
import { readMeta, writeMeta } from '../db/meta.ts'
import type { Ground } from '../kernel/ground.ts'
import type { UsageService } from '../usage/service.ts'
import type { CallStore } from './call-store.ts'
import { endOfMissed, LAMP_MS, momentOfMissed } from './missed-rules.ts'
import type { SeatLine } from './seat-line.ts'

const told = z.object({
  missed: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      child: z.string(),
      contact: z.string(),
      why: z.string(),
      at: z.number(),
    }),
  ),
})
const EVERY_MS = 15_000

/** Calls from the family that found nobody at any seat: into the log, and a lamp on the child's tile. They open nothing (C4). */
export interface MissedWatch {
  /** Every few seconds; asks the server at most every 15. */
  tick(): void
  /** Children who were rung since they last sat down. */
  lamps(): readonly string[]
  /** Relatives who rang and were not called back since. */
  rang(childId: string): ReadonlySet<string>
  onRang(listener: () => void): void
}

export interface MissedParts {
  readonly line: Pick<SeatLine, 'ask'>
  readonly hasServer: () => boolean
  readonly contacts: Pick<ContactsService, 'ofUsers'>
  readonly usage: Pick<UsageService, 'moment'>
  readonly store: CallStore
}

export function createMissedWatch(ground: Ground, parts: MissedParts): MissedWatch {
  const { db, clock } = ground
  const { line, hasServer, contacts, usage, store } = parts
  const listeners = new Set<() => void>()
  let askedAt = -Infinity

  const take = ({
    id,
    child,
    contact,
    why,
    at,
    ...call
  }: z.infer<typeof told>['missed'][number]): boolean => {
    // What this room's children dialled stands in the log of their seat already.
    if (call.to !== child) return false
    const of = contacts.ofUsers(child, contact)
    if (!of) return false
    const way = 'phone'
    return store.missed({ callId: id, ...momentOfMissed(at, usage.moment()), ...of, way }, endOfMissed(why))
  }
  const ask = async (): Promise<void> => {
    const after = readMeta(db, 'missed-after')
    const query = after === undefined ? '' : `?${new URLSearchParams({ after }).toString()}`
    const answer = await line.ask({ method: 'GET', path: `/api/seat/missed${query}` }, told)
    const last = answer.ok ? answer.value.missed.at(-1) : undefined
    if (!answer.ok || !last) return
    const news = db.transaction(() => {
      writeMeta(db, 'missed-after', last.id)
      return answer.value.missed.map(take)
    })
    if (news.includes(true)) for (const listener of listeners) listener()
  }

  return {
    tick: () => {
      if (!hasServer() || clock.monotonic() - askedAt < EVERY_MS) return
      askedAt = clock.monotonic()
      // A full disk: the same is asked for again.
      void ask().catch((error: unknown) => ground.log.warn('Missed calls could not be kept', { error }))
    },
    lamps: () => store.rungChildren(clock.now().at - LAMP_MS),
    rang: (childId) => new Set(store.rungBy(childId, clock.now().at - LAMP_MS)),
    onRang: (listener) => void listeners.add(listener),
  }
}
