import type { PasswordPicture } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Settings } from '#contract/room.ts'
import type { EndReason, Place, SessionChild, SessionEndWords, SessionNow } from '#contract/sessions.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { UsageService } from '../usage/service.ts'
import { eventsOf, lastEvent, type EventKind } from '../usage/store.ts'
import { mayBegin } from './allowance-rules.ts'
import type { Machine } from './machine.ts'
import { recover, type Waiting } from './recovery.ts'
import { given, mayStay, phaseOf, STAY_MS } from './session-rules.ts'
import * as store from './store.ts'
import { lookedBefore } from './rest-rules.ts'
import { advanced, afterCall, detailAt, newStay, nextDue, sessionNow, stayAt, type Turn } from './turn.ts'

/** One turn at a time at this seat (H4, H5, H6, H10). What it answers is on disk; a window that dies loses nothing. */
export interface SessionsService {
  now(): SessionNow | null
  /** The child whom a power cut interrupted here, for 15 minutes after the last heartbeat. */
  waiting(): { readonly childId: string } | null
  /** Refuses `pictures-needed`, `wrong-pictures`, `busy-elsewhere`, `allowance-spent`, `not-found`. */
  begin(childId: string, pictures?: readonly PasswordPicture[]): Result<SessionNow, Refusal>
  move(place: Place): Result<void, Refusal>
  /** A call is being talked, or is not any more: the sun rests in it (H6). Without a session nothing happens. */
  talking(on: boolean): void
  /** A call rings, or does not any more: until then no session ends by itself (H5). */
  ringing(on: boolean): void
  /** Two more minutes, once, at the end; `not-allowed` otherwise. */
  stay(): Result<SessionNow, Refusal>
  /** The eyes have rested: the time until the next rest begins anew. */
  rested(): Result<void, Refusal>
  endWords(): Result<SessionEndWords, Refusal>
  /** Without a reason: `staff` or `time` where it was over, else `goodbye`. */
  end(reason?: EndReason): Result<void, Refusal>
  giveMinutes(minutes: number): Result<void, Refusal>
  /** The child's face or settings are others: the screen of its turn shows them at once. */
  renewed(childId: string): void
  /** The sun rests; calls go on (H6). */
  pause(paused: boolean): Result<void, Refusal>
  /** The goodbye begins now: finish in peace, then it ends by itself. */
  endKindly(): Result<void, Refusal>
  /** Every ten seconds, by the shell's timer: what a power cut may lose. A full disk is logged, the child stays. */
  beat(): void
  /** Milliseconds until `due()` has something to do; null while nothing changes by itself. Ask again after `due` and every change. */
  nextDueMs(): number | null
  /** Announces a new phase, ends what is over. */
  due(): void
  /** Told after every change; the answer ends it. */
  onChange(listener: (now: SessionNow | null) => void): () => void
  /** Sessions that the last power cut interrupted, closed when this service was made. */
  readonly cutSessions: number
}

/** What a window sees change by itself. */
const lookOf = ({ phase, resting, restDue }: SessionNow): string => [phase, resting, restDue].join(' ')
const ending = ({ time }: Turn, on: boolean): Partial<Pick<Turn, 'time'>> =>
  on ? {} : { time: afterCall(time) }

export interface SessionsParts {
  readonly usage: Pick<UsageService, 'append' | 'moment'>
  /** Of the children's service: pictures-needed, wrong-pictures (with `waitMs`), or ok. */
  readonly checkPictures: (childId: string, pictures?: readonly PasswordPicture[]) => Result<void, Refusal>
  /** Null for a child who is not (any more) in the room. */
  readonly sessionChild: (childId: string) => SessionChild | null
  /** Where a turn begins; the four doors unless something comes before them. */
  readonly firstPlace?: (childId: string) => Place
  readonly settings: () => Pick<Settings, 'sessionMinutes' | 'turnsADay' | 'restMinutes'>
  /** Whether an activity of the learning corner is a big toy: its minutes count as `play`. */
  readonly isToy: (activity: string) => boolean
  readonly machine: Machine
}

/** A seat that never said how a turn ended does not keep a child from all others for longer. */
const ELSEWHERE_MS = 3 * 3_600_000

/** Makes the service and closes what a power cut left open. */
export function createSessionsService(ground: Ground, parts: SessionsParts): SessionsService {
  const { db, clock, newId, seat, log } = ground
  const { usage, machine } = parts
  const recovered = recover(ground, usage, machine)
  const listeners = new Set<(now: SessionNow | null) => void>()
  let waiting: Waiting | null = recovered.waiting
  let turn: Turn | null = null
  let announced: string | null = null

  const look = (): Turn | null => {
    if (turn) turn = { ...advanced(turn, clock.monotonic()), restMinutes: parts.settings().restMinutes }
    return turn
  }

  const announce = (): void => {
    const now = turn && sessionNow(turn)
    announced = now && lookOf(now)
    for (const listener of listeners) listener(now)
  }

  // The value changes only when the disk has it.
  const keep = (next: Turn, more: () => void = () => {}): void => {
    const moment = usage.moment()
    const trusted = next.trusted && moment.trusted
    db.transaction(() => {
      more()
      if (next.trusted && !trusted) store.setUntrusted(db, next.id)
      store.writeBeat(db, next, { boot: machine.boot, uptime: machine.uptime(), at: moment.at })
    })
    turn = { ...next, trusted }
  }

  const accountStay = ({ child, id, stay }: Turn): void => {
    const lengthMs = Math.round(stay.ms)
    if (lengthMs === 0) return
    const { activity, detail, since } = stay
    const event = { childId: child.id, sessionId: id, kind: 'activity', activity, lengthMs } as const
    usage.append(detail === null ? event : { ...event, detail }, since)
  }

  const changing = <T>(work: (now: Turn) => Result<T, Refusal>): Result<T, Refusal> => {
    const now = look()
    if (!now) return err(refuse('no-session'))
    const done = work(now)
    if (done.ok) announce()
    return done
  }

  const keepTime = (now: Turn, time: Turn['time'], more: Partial<Turn> = {}): void =>
    keep({ ...now, ...more, time }, () => store.setPlanned(db, now.id, time.lengthMs))

  /** Somewhere else, or at something else: what the child did until now becomes its event. */
  const goOn = (now: Turn, change: Partial<Pick<Turn, 'place' | 'talking' | 'time'>>): void => {
    const next = { ...now, ...change }
    const activity = stayAt(next.place, next.talking, parts.isToy)
    const detail = detailAt(next.place)
    if (activity === now.stay.activity && detail === now.stay.detail) return keep(next)
    keep({ ...next, stay: newStay(activity, detail, usage.moment()) }, () => accountStay(now))
  }

  const offered = (): Waiting | null => {
    if (waiting && clock.monotonic() > waiting.until) waiting = null
    return waiting
  }

  const begin: SessionsService['begin'] = (childId, pictures) => {
    const child = parts.sessionChild(childId)
    if (!child) return err(refuse('not-found'))
    const opened = parts.checkPictures(childId, pictures)
    if (!opened.ok) return opened
    const sitting = look()
    if (sitting) return sitting.child.id === childId ? ok(sessionNow(sitting)) : err(refuse('busy-elsewhere'))
    const moment = usage.moment()
    if (store.sitsElsewhere(db, childId, seat, moment.at - ELSEWHERE_MS)) return err(refuse('busy-elsewhere'))
    const going = offered()
    const before = going?.childId === childId ? going : null
    const settings = parts.settings()
    const turns = store.turnsOn(db, childId, moment.day)
    if (!before && !mayBegin(settings.turnsADay, turns)) return err(refuse('allowance-spent'))
    const place: Place = before?.place ?? parts.firstPlace?.(childId) ?? { name: 'home' }
    const next: Turn = {
      id: newId(),
      child,
      trusted: moment.trusted,
      time: before?.time ?? { lengthMs: settings.sessionMinutes * 60_000, usedMs: 0 },
      lengthMs: 0,
      place,
      stayed: before?.stayed ?? false,
      paused: false,
      talking: false,
      ringing: false,
      screenMs: lookedBefore(before?.time.usedMs ?? 0, settings.restMinutes),
      restMinutes: settings.restMinutes,
      talkRestMs: 0,
      ending: null,
      stay: newStay(stayAt(place, false, parts.isToy), detailAt(place), moment),
      firstEvent: lastEvent(db),
      readAt: clock.monotonic(),
    }
    const { id } = next
    keep(next, () => {
      store.dropBeats(db)
      const planned = { plannedMs: next.time.lengthMs, startedAt: moment.at, trusted: moment.trusted }
      store.addSession(db, { id, seat, childId, ...planned, continues: before?.sessionId ?? null })
      const event = { childId, sessionId: id, kind: 'session-begin', activity: 'session' } as const
      usage.append(before ? { ...event, detail: 'continues' } : event, moment)
    })
    waiting = null
    announce()
    return ok(sessionNow(next))
  }

  const end: SessionsService['end'] = (reason) =>
    changing((now) => {
      const over = phaseOf(now.time) === 'goodbye' || phaseOf(now.time) === 'over'
      const why = reason ?? now.ending ?? (over ? 'time' : 'goodbye')
      const lengthMs = Math.round(now.lengthMs)
      db.transaction(() => {
        accountStay(now)
        const event = { childId: now.child.id, sessionId: now.id, kind: 'session-end' } as const
        usage.append({ ...event, activity: 'session', lengthMs, detail: why })
        if (!usage.moment().trusted) store.setUntrusted(db, now.id)
        store.closeSession(db, now.id, lengthMs, why)
        store.dropBeats(db)
      })
      turn = null
      return ok(undefined)
    })

  const due = (): void => {
    const now = look()
    if (!now) return
    if (phaseOf(now.time) === 'over' && !now.ringing) guarded(() => void end())
    else if (announced !== lookOf(sessionNow(now))) announce()
  }

  // A timer has nobody to answer to.
  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      const problem = storageProblem(error)
      if (!problem) throw error
      log.error('The session could not be written; the child stays', { problem })
    }
  }

  return {
    cutSessions: recovered.closed,
    now: () => {
      const now = look()
      return now && sessionNow(now)
    },
    waiting: () => {
      const offer = turn ? null : offered()
      return offer && parts.sessionChild(offer.childId) ? { childId: offer.childId } : null
    },
    begin,
    move: (place) => changing((now) => ok(goOn(now, { place }))),
    talking: (on) => {
      // Asked with every beat of a call; only a change is one.
      if (turn && turn.talking !== on) changing((now) => ok(goOn(now, { talking: on, ...ending(now, on) })))
    },
    ringing: (on) => {
      if (turn && turn.ringing !== on)
        changing((now) => ok(keep({ ...now, ringing: on, ...ending(now, on) })))
    },
    stay: () =>
      changing((now) => {
        if (!mayStay(now.time, now.stayed)) return err(refuse('not-allowed'))
        const time = given(now.time, STAY_MS)
        keepTime(now, time, { stayed: true })
        return ok(sessionNow({ ...now, time, stayed: true }))
      }),
    rested: () =>
      changing((now) => {
        turn = { ...now, screenMs: 0 }
        return ok(undefined)
      }),
    endWords: () => {
      if (!turn) return err(refuse('no-session'))
      const events = eventsOf(db, turn.id, turn.firstEvent)
      const times = (kind: EventKind) =>
        events.filter((event) => event.kind === kind).reduce((sum, event) => sum + event.times, 0)
      return ok({
        diarySaved: times('diary-page') > 0,
        sumsDone: times('sum'),
        bambooGrew: times('bamboo') > 0,
      })
    },
    end,
    giveMinutes: (minutes) =>
      changing((now) => ok(keepTime(now, given(now.time, minutes * 60_000), { ending: null }))),
    renewed: (childId) => {
      const child = turn?.child.id === childId ? parts.sessionChild(childId) : null
      if (!turn || !child) return
      turn = { ...turn, child }
      announce()
    },
    pause: (paused) => changing((now) => ok(keep({ ...now, paused }))),
    endKindly: () =>
      changing((now) => {
        // What is left is taken back, not cut off: the goodbye has its own time.
        const lengthMs = Math.min(now.time.lengthMs, now.time.usedMs)
        return ok(keepTime(now, { ...now.time, lengthMs }, { paused: false, ending: 'staff' }))
      }),
    beat: () => {
      const now = look()
      if (!now) return
      guarded(() => keep(now))
      due()
    },
    nextDueMs: () => {
      const now = look()
      return now && nextDue(now)
    },
    due,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
