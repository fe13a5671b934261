import { z } from 'zod'
import {
  phoneCaps,
  type CallBegun,
  type CallKeys,
  type CallNow,
  type CallTrouble,
  type CallerCard,
  type CardPresence,
  type FamilyPage,
  type PhoneLeft,
  type ServerState,
  type TalkWay,
} from '#contract/calls.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { CallCredentials } from '#contract/wire.ts'
import type { ReachCard } from '../contacts/family-cards.ts'
import { normalPhone } from '../contacts/phone-rules.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { SessionsService } from '../sessions/service.ts'
import type { UsageService } from '../usage/service.ts'
import { createCallBook, type CallBook, type Ended, type Sitting } from './call-book.ts'
import { familyCard, presenceOf } from './family-page-rules.ts'
import { createMissedWatch, type MissedWatch } from './missed-watch.ts'
import { createPresenceWatch } from './presence.ts'
import type { ServerSeat } from './server-seat.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/** Calls of the child who sits here (C1 to C5, C12). Every refusal is typed, nothing waits longer than 4 s for the server. */
export interface CallsService {
  family(childId: string): FamilyPage
  mayCall(childId: string): boolean
  /** Asks who is there until it is told to stop or the session ends. */
  watch(childId: string, on: boolean): void
  credentials(childId: string): Answer<CallCredentials>
  begin(who: Sitting, contactId: string, way: TalkWay): Answer<CallBegun>
  caller(childId: string, from: string): Result<CallerCard, Refusal>
  answer(who: Sitting, from: string): Result<CallBegun, Refusal>
  beat(callId: string, sip: string, talking: boolean): Answer<PhoneLeft>
  ended(ended: Ended): void
  /** Something this seat lacks for a call: into the technical log. */
  trouble(what: CallTrouble): void
  /** The call that is under way here, for staff. */
  now(): CallNow | null
  /** Keys of a telephone, pressed by staff; `not-found` unless this very call is talked by telephone. */
  press(callId: string, keys: string): Result<void, Refusal>
  readonly missed: MissedWatch
  waiting(childId: string, contactId: string): Answer<{ readonly presence: CardPresence }>
  readonly log: CallBook['page']
  readonly server: ServerSeat
  /** Whether a call is under way. */
  isCalling(): boolean
  onKeys(listener: (keys: CallKeys) => void): void
  onPresence(listener: (page: FamilyPage) => void): void
  onServerState(listener: (state: ServerState) => void): void
  /** Every few seconds. */
  tick(): void
  close(): void
}

export interface CallsParts {
  readonly server: ServerSeat
  readonly contacts: ContactsService
  readonly sessions: SessionsService
  readonly usage: UsageService
  /** Messages that the child has not seen, by contact. */
  readonly unseen: (childId: string) => ReadonlyMap<string, number>
}

const credentials = z.object({
  user: z.string(),
  username: z.string(),
  password: z.string(),
  realm: z.string(),
  proxy: z.string(),
  iceServers: z.array(z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() })),
})
const cap = z.enum(phoneCaps)
const left = z.object({ leftMs: z.number(), cap })
const beaten = z.object({
  calls: z.array(
    z.object({ call: z.string(), known: z.boolean(), leftMs: z.number().nullable(), cap: cap.nullable() }),
  ),
})
const noCap: PhoneLeft = { leftMs: null, cap: null }
const there = z.object({ presence: z.enum(['open', 'away']) })

export function createCallsService(ground: Ground, parts: CallsParts): CallsService {
  const { server, contacts, sessions, usage, unseen } = parts
  const { line } = server
  const book = createCallBook(ground, { sessions, usage })
  const missed = createMissedWatch(ground, {
    line,
    hasServer: () => server.link() !== undefined,
    contacts,
    usage,
    store: book.store,
  })
  const keyListeners = new Set<(keys: CallKeys) => void>()
  const listeners = new Set<(page: FamilyPage) => void>()
  let watched: string | undefined

  const family = (childId: string): FamilyPage => {
    const told = presence.of(contacts.users.child(childId))
    const state = server.state()
    const rang = missed.rang(childId)
    const lamps = unseen(childId)
    const cards = contacts.reachable(childId).map((kin) =>
      familyCard(kin, presenceOf(kin, state, told.get(kin.user)), {
        rang: rang.has(kin.contactId),
        unseen: lamps.get(kin.contactId) ?? 0,
      }),
    )
    return { cards, server: state }
  }
  const tell = (): void => {
    if (watched === undefined) return
    const page = family(watched)
    for (const listener of listeners) listener(page)
  }
  const presence = createPresenceWatch(line, ground.clock, tell)
  const stopWatching = (): void => {
    watched = undefined
    presence.stop()
  }
  const mayCall = (childId: string): boolean =>
    contacts.reachable(childId).some(({ video, phone }) => video || phone)
  const kinOf = (childId: string, contactId: string): ReachCard | undefined =>
    contacts.reachable(childId).find((kin) => kin.contactId === contactId)

  /** The relative whom a call comes from, and the way it comes; a number alone opens nothing but this card. */
  const whoCalls = (childId: string, from: string): { kin: ReachCard; way: TalkWay } | undefined => {
    const reachable = contacts.reachable(childId)
    const page = reachable.find(({ user, video }) => video && user === from)
    if (page) return { kin: page, way: 'video' }
    const number = normalPhone(from)
    const caller = reachable.find(
      ({ contactId, phone }) =>
        phone && number !== null && contacts.dialable({ childId, contactId }).includes(number),
    )
    return caller && { kin: caller, way: 'phone' }
  }

  server.onJoined(() => contacts.joinedRoom())
  server.onState((state) => {
    // What could not be told while it was away.
    if (state.at === 'open') contacts.publishing.soon()
    tell()
  })
  contacts.onChange(tell)
  missed.onRang(tell)
  sessions.onChange((now) => {
    if (now?.child.id !== watched) stopWatching()
  })
  contacts.publishing.soon()

  return {
    server,
    family: (childId) => {
      if (server.link()) presence.glance(contacts.users.child(childId))
      return family(childId)
    },
    mayCall,
    watch: (childId, on) => {
      if (!on || !server.link()) return stopWatching()
      watched = childId
      presence.watch(contacts.users.child(childId))
    },
    credentials: async (childId) => {
      if (!server.link()) return err(refuse('no-call-server'))
      if (!mayCall(childId)) return err(refuse('no-consent'))
      const ask = () =>
        line.ask(
          { method: 'POST', path: '/api/seat/credentials', body: { child: contacts.users.child(childId) } },
          credentials,
        )
      let given = await ask()
      // The server has not heard of this child yet.
      if (!given.ok && given.error.code === 'not-allowed' && (await contacts.publishing.publish()).ok)
        given = await ask()
      if (given.ok && !server.learnProxy(given.value.proxy)) return err(refuse('call-server-insecure'))
      return given
    },
    begin: async (who, contactId, way) => {
      if (!server.link()) return err(refuse('no-call-server'))
      const kin = kinOf(who.childId, contactId)
      if (!kin) return err(refuse('not-found'))
      if (!kin[way]) return err(refuse('no-consent'))
      const what = { contactId, way, direction: 'out' } as const
      if (way === 'video') return ok({ ...book.open(who, what), target: kin.user, ...noCap })
      const [number] = contacts.dialable({ childId: who.childId, contactId })
      if (number === undefined) return err(refuse('no-consent'))
      const query = new URLSearchParams({ child: contacts.users.child(who.childId), number })
      const caps = await line.ask({ method: 'GET', path: `/api/seat/phone-left?${query.toString()}` }, left)
      if (!caps.ok) return caps
      // Gone while the server was asked.
      if (sessions.now()?.id !== who.sessionId) return err(refuse('no-session'))
      if (caps.value.leftMs > 0) return ok({ ...book.open(who, what), target: number, ...caps.value })
      // Of a call that has not begun it is one of the day's; staff read in the log which.
      const spent = `phone-spent-${caps.value.cap === 'call' ? 'room' : caps.value.cap}` as const
      const nothing = { ringingMs: 0, lengthMs: 0, quality: null }
      book.ended({ ...book.open(who, what), how: spent, ...nothing })
      return err(refuse(spent))
    },
    caller: (childId, from) => {
      const found = whoCalls(childId, from)
      if (!found) return err(refuse('not-found'))
      const { contactId, called, photo } = found.kin
      return ok({ contactId, called, ...(photo === undefined ? {} : { photo }), way: found.way })
    },
    answer: (who, from) => {
      const found = whoCalls(who.childId, from)
      if (!found) return err(refuse('not-found'))
      const what = { contactId: found.kin.contactId, way: found.way, direction: 'in' } as const
      return ok({ ...book.open(who, what), target: from, ...noCap })
    },
    beat: async (callId, sip, talking) => {
      if (!beatKept(callId, talking)) return err(refuse('not-found'))
      if (sip === '' || !server.link()) return ok(noCap)
      const answer = await line.ask(
        { method: 'POST', path: '/api/seat/beats', body: { calls: [sip] } },
        beaten,
      )
      const told = answer.ok ? answer.value.calls.find(({ call }) => call === sip) : undefined
      return ok({ leftMs: told?.leftMs ?? null, cap: told?.cap ?? null })
    },
    ended: (ended) => book.ended(ended),
    waiting: async (childId, contactId) => {
      const kin = kinOf(childId, contactId)
      if (!kin) return err(refuse('not-found'))
      if (!kin.video) return err(refuse('no-consent'))
      return line.ask({ method: 'POST', path: '/api/seat/waiting', body: { contact: kin.user } }, there)
    },
    missed,
    trouble: (what) => ground.log.warn('A call lacks something at this seat', { what }),
    now: () => {
      const call = book.current()
      if (!call) return null
      const { callId, childId, contactId, way, talked } = call
      const called = contacts.reachable(childId).find((kin) => kin.contactId === contactId)?.called ?? ''
      return { callId, called, way, talked }
    },
    press: (callId, keys) => {
      const call = book.current()
      if (call?.callId !== callId || call.way !== 'phone' || !call.talked) return err(refuse('not-found'))
      for (const listener of keyListeners) listener({ callId, keys })
      return ok(undefined)
    },
    onKeys: (listener) => void keyListeners.add(listener),
    log: book.page,
    isCalling: () => book.isOpen(),
    onPresence: (listener) => void listeners.add(listener),
    onServerState: (listener) => server.onState(listener),
    tick: () => {
      book.tick()
      missed.tick()
      server.hints.tick()
    },
    close: () => {
      stopWatching()
      line.close()
    },
  }

  /** A full disk must not let a telephone be hung up: the beat goes out all the same. */
  function beatKept(callId: string, talking: boolean): boolean {
    try {
      return book.beat(callId, talking)
    } catch (error) {
      const problem = storageProblem(error)
      if (!problem) throw error
      ground.log.error('The call could not be written; it goes on', { problem })
      return true
    }
  }
}
