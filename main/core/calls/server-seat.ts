import { z } from 'zod'
import type { ServerCard, ServerState } from '#contract/calls.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { CallServerLink } from '../contacts/call-server-link.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { createContactsLink } from './contacts-link.ts'
import { join } from './joining.ts'
import { createMembershipStore } from './membership.ts'
import { proxyOrigin } from './provisioning-line-rules.ts'
import { createSeatHints, type SeatHints } from './seat-hints.ts'
import { createSeatLine, type SeatLine } from './seat-line.ts'

const known = z.object({ name: z.string(), proxy: z.string().optional() })

/** This seat at its call server: joining, leaving, and the line between them. Without a server nothing is ever sent. */
export interface ServerSeat {
  readonly line: SeatLine
  readonly hints: SeatHints
  /** For contacts; undefined while there is no server. */
  link(): CallServerLink | undefined
  state(): ServerState
  /** https://host; null while there is no server. */
  origin(): string | null
  /** Asks the server whether it knows us. */
  look(): Promise<ServerCard>
  /** Refuses as `join`, and `already-set-up` while there is a server. */
  enrol(provisioningLine: string): Promise<Result<ServerCard, Refusal>>
  leave(): void
  /** wss://host of the SIP proxy, for the child's window; null where none is known. */
  proxy(): string | null
  /** The proxy as the server just gave it; false for one that no page may speak to. */
  learnProxy(address: string): boolean
  onJoined(listener: () => void): void
  onState(listener: (state: ServerState) => void): void
  onProxy(listener: (origin: string | null) => void): void
}

/** `onTime` hears the server's own time, UTC ms, where its certificate was verified and it is sure of it. */
export function createServerSeat(
  ground: Ground,
  seatName: () => string,
  onTime: (at: number) => void = () => {},
): ServerSeat {
  const members = createMembershipStore(ground.db)
  const joined = new Set<() => void>()
  const states = new Set<(state: ServerState) => void>()
  const proxies = new Set<(origin: string | null) => void>()
  const line = createSeatLine(
    ground,
    () => members.current(),
    (state) => {
      if (state.at === 'away') ground.log.warn('The call server is away', { why: state.why })
      for (const listener of states) listener(state)
    },
    onTime,
  )
  const link = createContactsLink(line, members)

  const card = (): ServerCard => {
    const of = members.current()
    return {
      state: line.state(),
      address: of?.origin ?? null,
      room: of?.name ?? null,
      enrolledAt: of?.enrolledAt ?? null,
    }
  }
  const learnProxy = (address: string): boolean => {
    const origin = proxyOrigin(address)
    const of = members.current()
    if (origin === null || !of) return false
    if (origin === of.proxy) return true
    members.keep({ ...of, proxy: origin })
    for (const listener of proxies) listener(origin)
    return true
  }
  const look = async (): Promise<ServerCard> => {
    const answer = await line.ask({ method: 'GET', path: '/api/seat' }, known)
    if (answer.ok && answer.value.proxy !== undefined) learnProxy(answer.value.proxy)
    return card()
  }

  return {
    line,
    hints: createSeatHints(line, ground.clock),
    link: () => (members.current() ? link : undefined),
    state: () => line.state(),
    origin: () => members.current()?.origin ?? null,
    look,
    enrol: async (provisioningLine) => {
      // A room that moves leaves first: nobody joins another server by a slip of the hand.
      if (members.current()) return err(refuse('already-set-up'))
      const done = await join(provisioningLine, seatName(), members)
      if (!done.ok) return done
      const { now, ...membership } = done.value
      members.keep(membership)
      line.reset()
      line.setTime(now)
      for (const listener of joined) listener()
      return ok(await look())
    },
    leave: () => {
      members.forget()
      line.reset()
      for (const listener of states) listener(line.state())
      for (const listener of proxies) listener(null)
    },
    proxy: () => members.current()?.proxy ?? null,
    learnProxy,
    onJoined: (listener) => void joined.add(listener),
    onState: (listener) => void states.add(listener),
    onProxy: (listener) => void proxies.add(listener),
  }
}
