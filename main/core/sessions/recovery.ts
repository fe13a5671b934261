import type { Place } from '#contract/sessions.ts'
import type { Ground } from '../kernel/ground.ts'
import type { UsageService } from '../usage/service.ts'
import { afterCut, RESUME_WITHIN_MS } from './after-cut-rules.ts'
import { localDay } from './local-day-rules.ts'
import type { Machine } from './machine.ts'
import { elapsed, type SessionTime } from './session-rules.ts'
import * as store from './store.ts'
import { detailAt } from './turn.ts'

/** A child who may go on where the power went. */
export interface Waiting {
  readonly childId: string
  readonly sessionId: string
  /** The turn's time as it stood: the sun goes on where it was. */
  readonly time: SessionTime
  readonly place: Place
  readonly stayed: boolean
  /** Monotonic time up to which the offer holds. */
  readonly until: number
}

/** What a start finds of the time before it. */
export interface Recovered {
  readonly waiting: Waiting | null
  /** Sessions closed at their last heartbeat just now. */
  readonly closed: number
}

/**
 * Closes what the power cut off, at its last heartbeat, flagged; the stay under way becomes its event in the same
 * transaction, so it counts once. The heartbeat itself is left until the child is back or another one sits down: the
 * power may go a second time before that.
 */
export function recover(
  { db, clock, seat, zoneOffset, log }: Ground,
  usage: Pick<UsageService, 'append' | 'moment'>,
  machine: Machine,
): Recovered {
  return db.transaction(() => {
    const beats = store.beatsLeft(db)
    const open = beats.filter((beat) => beat.open === 1)
    for (const beat of open) closeAtBeat(beat)
    const lost = store.openWithoutBeat(db, seat)
    for (const id of lost) store.closeSession(db, id, 0, 'power-cut')
    const closed = open.length + lost.length
    if (closed > 0) log.warn('A session was cut and is closed at its last heartbeat', { closed })
    const [last] = beats
    const waiting = last ? offer(last) : null
    if (!waiting) store.dropBeats(db)
    return { waiting, closed }
  })

  function closeAtBeat(beat: store.BeatRow): void {
    const { sessionId, childId } = beat
    const trusted = beat.stayTrusted === 1
    if (beat.stayMs > 0) {
      const day = localDay(beat.stayAt, zoneOffset(beat.stayAt))
      // The stay under way is where the heartbeat left the child.
      const detail = detailAt(store.placeFrom(beat.place))
      const event = {
        childId,
        sessionId,
        kind: 'activity',
        activity: beat.activity,
        lengthMs: beat.stayMs,
      } as const
      usage.append(detail === null ? event : { ...event, detail }, { at: beat.stayAt, trusted, day })
    }
    const end = {
      at: beat.beatAt,
      trusted: beat.trusted === 1,
      day: localDay(beat.beatAt, zoneOffset(beat.beatAt)),
    }
    usage.append(
      {
        childId,
        sessionId,
        kind: 'session-end',
        activity: 'session',
        lengthMs: beat.lengthMs,
        detail: 'power-cut',
      },
      end,
    )
    store.closeSession(db, sessionId, beat.lengthMs, 'power-cut')
  }

  function offer(beat: store.BeatRow): Waiting | null {
    const time = { lengthMs: beat.plannedMs, usedMs: beat.usedMs }
    const bootChanged = machine.boot === '' || beat.boot !== machine.boot
    const { at, trusted } = usage.moment()
    const gapMs = bootChanged
      ? beat.trusted === 1
        ? at - beat.beatAt
        : Number.NaN
      : machine.uptime() - beat.beatUptime
    const openSession = { ...time, startedAt: beat.startedAt }
    if (afterCut({ openSession, now: at, trusted, bootChanged, gapMs }) === 'close') return null
    return {
      childId: beat.childId,
      sessionId: beat.sessionId,
      time,
      place: store.placeFrom(beat.place),
      stayed: beat.stayed === 1,
      until: clock.monotonic() + elapsed(gapMs, RESUME_WITHIN_MS),
    }
  }
}
