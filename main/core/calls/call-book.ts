import type { CallBegun, CallDirection, CallEnd, CallQuality, TalkWay } from '#contract/calls.ts'
import type { Ground } from '../kernel/ground.ts'
import { lived } from '../kernel/lived-time.ts'
import type { SessionsService } from '../sessions/service.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import type { Moment } from '../usage/moment.ts'
import type { UsageService } from '../usage/service.ts'
import { createCallStore, type CallRow, type CallStore } from './call-store.ts'

/** A page that has not beaten for so long is gone, and its call with it: four beats. */
const LOST_MS = 20_000

/** The child of the session that asks. */
export interface Sitting {
  readonly childId: string
  readonly sessionId: string
}

export interface Ended {
  readonly callId: string
  readonly how: CallEnd
  readonly ringingMs: number
  readonly lengthMs: number
  readonly quality: CallQuality | null
}

/** The one call of this seat, from the tap to its row in the log (C12). */
export interface CallBook {
  /** A second tap for the same call gets the same one; another call ends the one before. */
  open(who: Sitting, what: Pick<CallRow, 'contactId' | 'direction' | 'way'>): Pick<CallBegun, 'callId'>
  /** False for a call that is not the one under way. From the first `talking` on the sun rests, until the end. */
  beat(callId: string, talking: boolean): boolean
  ended(ended: Ended): void
  /** Every few seconds: ends what no page speaks for any more. */
  tick(): void
  isOpen(): boolean
  /** The call under way. */
  current():
    (Pick<CallRow, 'callId' | 'childId' | 'contactId' | 'way'> & { readonly talked: boolean }) | undefined
  readonly store: CallStore
  readonly page: CallStore['page']
}

interface Running extends CallRow {
  readonly answered: boolean
  /** Monotonic time of the last beat: `ringingMs` and `lengthMs` are counted up to it. */
  readonly beatAt: number
  readonly begun: Moment
}

export interface CallBookParts {
  readonly sessions: Pick<SessionsService, 'talking' | 'ringing' | 'onChange'>
  readonly usage: Pick<UsageService, 'moment' | 'again' | 'append'>
}

/** Makes the book; a call that a power cut left open goes into the log as such. */
export function createCallBook(
  { db, clock, newId, zoneOffset }: Ground,
  { sessions, usage }: CallBookParts,
): CallBook {
  const store = createCallStore(db)
  let running: Running | undefined
  const file = createFiling({ db, zoneOffset }, store, usage)
  const left = store.now()
  if (left) file(left, 'power-cut', null)

  /** Counts what was lived since the last beat: over a closed lid nobody talks. */
  const counted = (call: Running): Running => {
    const now = clock.monotonic()
    const more = lived(now - call.beatAt, LOST_MS)
    const { at, trusted } = usage.again(call.begun)
    return call.answered
      ? { ...call, at, trusted, beatAt: now, lengthMs: call.lengthMs + more }
      : { ...call, at, trusted, beatAt: now, ringingMs: call.ringingMs + more }
  }
  const close = (
    call: Running,
    how: CallEnd,
    told: Pick<Ended, 'ringingMs' | 'lengthMs' | 'quality'> | undefined,
  ): void => {
    const own = rowOf(counted(call))
    // What a page says is believed as far as it can be true.
    const most = own.ringingMs + own.lengthMs
    const { ringingMs, lengthMs } = told ?? own
    const row = { ...own, ringingMs: Math.min(ringingMs, most), lengthMs: Math.min(lengthMs, most) }
    file(row, how, told?.quality ?? null)
    running = undefined
    sessions.ringing(false)
    sessions.talking(false)
  }

  sessions.onChange((now) => {
    if (running && now?.id !== running.sessionId) close(running, 'window-lost', undefined)
  })

  return {
    open: ({ childId, sessionId }, what) => {
      if (running && isSame(running, sessionId, what)) return { callId: running.callId }
      if (running) close(running, 'window-lost', undefined)
      const begun = usage.moment()
      const { at, trusted } = begun
      const row = { callId: newId(), at, trusted, childId, sessionId, ...what, ringingMs: 0, lengthMs: 0 }
      store.setNow(row)
      running = { ...row, answered: false, beatAt: clock.monotonic(), begun }
      sessions.ringing(true)
      return { callId: row.callId }
    },
    beat: (callId, talking) => {
      if (running?.callId !== callId) return false
      const next = { ...counted(running), answered: running.answered || talking }
      running = next
      sessions.talking(next.answered)
      sessions.ringing(!next.answered)
      store.setNow(rowOf(next))
      return true
    },
    ended: ({ callId, how, ...told }) => {
      if (running?.callId === callId) close(running, how, told)
    },
    tick: () => {
      if (running && clock.monotonic() - running.beatAt > LOST_MS) close(running, 'window-lost', undefined)
    },
    isOpen: () => running !== undefined,
    current: () => running && { ...rowOf(running), talked: running.answered },
    store,
    page: store.page,
  }
}

/** A call that is over goes into the log, and what was talked into the day's counts (S9): both or neither. */
export const createFiling =
  (
    { db, zoneOffset }: Pick<Ground, 'db' | 'zoneOffset'>,
    store: Pick<CallStore, 'close'>,
    usage: Pick<UsageService, 'append'>,
  ) =>
  (row: CallRow, how: CallEnd, quality: CallQuality | null): void =>
    db.transaction(() => {
      store.close(row, how, quality)
      const { childId, sessionId, lengthMs, at, trusted, way } = row
      if (lengthMs === 0) return
      const talked = { childId, sessionId, kind: 'call', activity: 'talked', lengthMs, detail: way } as const
      usage.append(talked, { at, trusted, day: localDay(at, zoneOffset(at)) })
    })

const isSame = (
  call: Running,
  sessionId: string,
  { contactId, direction, way }: { contactId: string; direction: CallDirection; way: TalkWay },
): boolean =>
  call.sessionId === sessionId &&
  call.contactId === contactId &&
  call.direction === direction &&
  call.way === way &&
  !call.answered

const rowOf = ({ answered: _answered, beatAt: _beat, begun: _begun, ...row }: Running): CallRow => ({
  ...row,
  ringingMs: Math.round(row.ringingMs),
  lengthMs: Math.round(row.lengthMs),
})
