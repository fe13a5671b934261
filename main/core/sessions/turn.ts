import type { EndReason, Place, PlaceName, SessionChild, SessionNow } from '#contract/sessions.ts'
import type { Activity } from '#contract/usage.ts'
import type { Moment } from '../usage/moment.ts'
import { lived } from '../kernel/lived-time.ts'
import { isResting } from './allowance-rules.ts'
import { isRestDue, looked } from './rest-rules.ts'
import { elapsed, GRACE_MS, mayStay, phaseOf, remaining, type SessionTime } from './session-rules.ts'

/** `play`: with big toys, the only stay that eats the allowance of games (H6). */
export type StayActivity = Activity | 'play'

/** A stay at one activity: becomes one event, with its length, when it is over. */
export interface Stay {
  readonly activity: StayActivity
  /** Which activity of the learning corner; null elsewhere. */
  readonly detail: string | null
  readonly since: Moment
  readonly ms: number
}

/** The turn under way. A value: each change makes a new one, which counts once it is on disk. */
export interface Turn {
  readonly id: string
  readonly child: SessionChild
  /** False from the first moment on at which the wall could not be believed. */
  readonly trusted: boolean
  /** What the sun shows. */
  readonly time: SessionTime
  /** Monotonic milliseconds lived since it began, rest included. */
  readonly lengthMs: number
  readonly place: Place
  readonly stayed: boolean
  readonly paused: boolean
  /** A call with the family is being talked. */
  readonly talking: boolean
  /** The family is being called and has not answered yet: time goes on, but nothing ends. */
  readonly ringing: boolean
  /** Looked at the screen since the last rest for the eyes, ms. */
  readonly screenMs: number
  /** How often eyes rest, minutes, as the room has it now; 0 = never. */
  readonly restMinutes: number
  /** How long the sun has rested in “I want to talk”, ms. */
  readonly talkRestMs: number
  /** Staff said goodbye before the time was over. */
  readonly ending: EndReason | null
  readonly stay: Stay
  /** Place of its session-begin event in the log. */
  readonly firstEvent: number
  /** Monotonic time up to which all of the above is counted. */
  readonly readAt: number
}

const activityOf: Record<PlaceName, Activity> = {
  home: 'home',
  // Choosing whom to call is not a call yet: only a call itself rests the sun.
  family: 'home',
  messages: 'home',
  learn: 'learn',
  activity: 'learn',
  diary: 'diary',
  'diary-page': 'diary',
  me: 'me',
  mood: 'me',
  talk: 'me',
  goodbye: 'home',
}

/** What the minutes of a place count as. A big toy is an activity of its own subject. */
export function stayAt(place: Place, talking: boolean, isToy: (activity: string) => boolean): StayActivity {
  const detail = detailAt(place)
  return detail !== null && isToy(detail) ? 'play' : activityAt(place, talking)
}

/** A call is one only while it is talked, and only where calls are made. */
export const activityAt = ({ name }: Place, talking: boolean): Activity =>
  talking && name === 'family' ? 'call' : activityOf[name]

/** Which activity of the learning corner a place is. */
export const detailAt = ({ name, page }: Place): string | null =>
  name === 'activity' && page !== undefined ? page : null

export const newStay = (activity: StayActivity, detail: string | null, since: Moment): Stay => ({
  activity,
  detail,
  since,
  ms: 0,
})

/** The turn beats every ten seconds; one beat may be missed on a slow machine. */
export const BEAT_GAP_MS = 25_000

/**
 * Counts what passed since the last look; lengths come from the monotonic clock only. Over a closed lid the sun goes on, so that a turn
 * ends by its own rules and nobody's turn waits for the morning; as learning it counts for nobody.
 */
export function advanced(turn: Turn, monotonic: number): Turn {
  const passed = elapsed(turn.readAt, monotonic)
  const rested = Math.min(passed, restLeft(turn))
  const used = passed - rested
  const credited = lived(passed, BEAT_GAP_MS)
  const inTalk = turn.place.name === 'talk' && !turn.paused
  return {
    ...turn,
    readAt: monotonic,
    lengthMs: turn.lengthMs + credited,
    screenMs: looked(turn, passed, { looking: !isCalling(turn) && !turn.paused, mostGap: BEAT_GAP_MS }),
    talkRestMs: turn.talkRestMs + (inTalk ? rested : 0),
    time: { ...turn.time, usedMs: turn.time.usedMs + used },
    stay: { ...turn.stay, ms: turn.stay.ms + credited },
  }
}

/** Nobody is hurried while choosing an adult; nor can a seat be kept by it. For one turn, milliseconds. */
const TALK_REST_MS = 5 * 60_000

const isCalling = ({ place, talking, ringing }: Turn): boolean =>
  ringing || activityAt(place, talking) === 'call'

type Rest = Pick<Turn, 'place' | 'paused' | 'talking' | 'talkRestMs'>

/** How long the sun still rests if nothing changes, ms. */
function restLeft({ place, paused, talking, talkRestMs }: Rest): number {
  if (isResting(activityAt(place, talking), paused)) return Infinity
  return place.name === 'talk' ? Math.max(0, TALK_REST_MS - talkRestMs) : 0
}

const isRestingNow = (turn: Rest): boolean => restLeft(turn) > 0

/** A call is over: whatever passed after the time was over is given back, so that there is a whole minute for goodbye. */
export const afterCall = ({ lengthMs, usedMs }: SessionTime): SessionTime => ({
  lengthMs,
  usedMs: Math.min(usedMs, lengthMs),
})

/** What windows may know, as of the last look. */
export function sessionNow(turn: Turn): SessionNow {
  const phase = phaseOf(turn.time)
  return {
    id: turn.id,
    child: turn.child,
    place: turn.place,
    phase: phase === 'over' ? 'goodbye' : phase,
    lengthMs: Math.round(turn.time.lengthMs),
    remainingMs: Math.round(remaining(turn.time)),
    resting: isRestingNow(turn),
    paused: turn.paused,
    mayStay: mayStay(turn.time, turn.stayed),
    restDue: isRestDue(turn, {
      everyMinutes: turn.restMinutes,
      inTheOpen: phase === 'open' && !turn.paused && !isCalling(turn),
    }),
  }
}

/** Milliseconds until the phase or the rest changes by itself, from the last look on; null while nothing does. */
export function nextDue(turn: Turn): number | null {
  const rest = restLeft(turn)
  if (rest > 0) return rest === Infinity ? null : rest
  const left = remaining(turn.time)
  const next = { open: left - 300_000, five: left - 60_000, one: left, goodbye: 0, over: 0 }
  const phase = phaseOf(turn.time)
  // A call that rings at the very end is not taken away from the child.
  if (turn.ringing && (phase === 'goodbye' || phase === 'over')) return null
  if (phase === 'goodbye') return elapsed(turn.time.usedMs, turn.time.lengthMs + GRACE_MS)
  return Math.max(0, next[phase])
}
