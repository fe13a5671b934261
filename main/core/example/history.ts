import type { EndReason } from '#contract/sessions.ts'
import { activities, type Activity } from '#contract/usage.ts'
import { seededRandom, type Random } from '../learning/random-rules.ts'
import { daysOf, startOfDay, weekday } from '../sessions/local-day-rules.ts'
import type { UsageRow } from '../usage/store.ts'

/** One generated turn. */
export interface Visit {
  readonly childId: string
  /** UTC milliseconds. */
  readonly at: number
  readonly day: string
  readonly trusted: boolean
  readonly stays: readonly { readonly activity: Activity; readonly ms: number }[]
  readonly lengthMs: number
  readonly end: EndReason
  /** It goes on where the power cut the visit before it. */
  readonly continues: boolean
}

export interface HistoryAsk {
  readonly children: readonly string[]
  /** First and last local day, YYYY-MM-DD; school days between them have visits. */
  readonly from: string
  readonly to: string
  readonly seed?: number
  /** Minutes east of UTC. */
  readonly offset?: number
  /** Visits a school day; otherwise each child comes about once a week. */
  readonly visitsADay?: number
}

const MINUTE = 60_000
/** When the room is open: after lunch and after school, local hours; turns begin every half hour. */
const openings = [12.25, 12.75, 13.25, 16.25, 16.75, 17.25] as const

/** Visits in order of days, the same for the same seed: plausible for a room, true of nobody. */
export function* visits(ask: HistoryAsk): Generator<Visit> {
  const { children, offset = 480 } = ask
  const random = seededRandom(ask.seed ?? 1)
  const aDay = ask.visitsADay ?? Math.ceil(children.length / 5)
  let turn = 0
  for (const day of daysOf(ask)) {
    if (weekday(day) > 5) continue
    const midnight = startOfDay(day, offset)
    for (let count = 0; count < aDay; count += 1) {
      // Nearly everybody in turn; some miss theirs, some come twice.
      const place = random() < 0.85 ? turn++ : Math.floor(random() * children.length)
      const childId = children[place % children.length]
      if (childId === undefined) return
      const opening = openings[Math.floor((count * openings.length) / aDay)] ?? openings[0]
      const at = midnight + Math.round((opening * 60 + random() * 3) * MINUTE)
      yield* visitOf({ childId, at, day, trusted: random() > 0.002 }, random)
    }
  }
}

/** A visit as the log holds it. `newId` gives the ids of the turn and of its events. */
function* eventsOfVisit(visit: Visit, newId: () => string): Generator<UsageRow> {
  const { childId, trusted, day } = visit
  const sessionId = newId()
  const row = { trusted, day, sessionId, childId, lengthMs: 0, detail: null }
  const begin = visit.continues ? 'continues' : null
  yield { ...row, id: newId(), at: visit.at, kind: 'session-begin', activity: 'session', detail: begin }
  let { at } = visit
  for (const { activity, ms } of visit.stays) {
    yield { ...row, id: newId(), at, kind: 'activity', activity, lengthMs: ms }
    at += ms
  }
  const end = {
    kind: 'session-end',
    activity: 'session',
    lengthMs: visit.lengthMs,
    detail: visit.end,
  } as const
  yield { ...row, id: newId(), at, ...end }
}

/** Rows of the log, `events` of them, spread over the days: what the benchmark fills its database with. */
export function* generateHistory(
  ask: HistoryAsk & { readonly events: number; readonly newId: () => string },
): Generator<UsageRow> {
  const schoolDays = daysOf(ask).filter((day) => weekday(day) <= 5).length
  // A visit makes five events on average; a few too many visits do no harm, the count ends it.
  const visitsADay = Math.ceil(ask.events / Math.max(1, schoolDays) / 4.7)
  let made = 0
  for (const visit of visits({ ...ask, visitsADay })) {
    for (const row of eventsOfVisit(visit, ask.newId)) {
      if (made >= ask.events) return
      made += 1
      yield row
    }
  }
}

function* visitOf(
  start: Pick<Visit, 'childId' | 'at' | 'day' | 'trusted'>,
  random: Random,
): Generator<Visit> {
  const stays = staysOf(random)
  const lengthMs = stays.reduce((sum, { ms }) => sum + ms, 0)
  if (random() > 0.01) {
    const chance = random()
    const end = chance < 0.62 ? 'time' : chance < 0.97 ? 'goodbye' : 'staff'
    yield { ...start, stays, lengthMs, end, continues: false }
    return
  }
  const half = Math.ceil(stays.length / 2)
  const parts = [stays.slice(0, half), stays.slice(half)]
  const lengths = parts.map((part) => part.reduce((sum, { ms }) => sum + ms, 0))
  const [before = [], after = []] = parts
  const [cutAt = 0, rest = 0] = lengths
  yield { ...start, stays: before, lengthMs: cutAt, end: 'power-cut', continues: false }
  const at = start.at + cutAt + 4 * MINUTE
  if (after.length > 0) yield { ...start, at, stays: after, lengthMs: rest, end: 'time', continues: true }
}

const typical: Record<Activity, { readonly chance: number; readonly minutes: number }> = {
  call: { chance: 0.55, minutes: 10 },
  learn: { chance: 0.85, minutes: 9 },
  diary: { chance: 0.4, minutes: 7 },
  me: { chance: 0.15, minutes: 2 },
  home: { chance: 1, minutes: 1 },
}

function staysOf(random: Random): Visit['stays'] {
  const wanted = activities.filter((activity) => random() < typical[activity].chance)
  const order = wanted.toSorted(() => random() - 0.5)
  return order.map((activity) => ({
    activity,
    ms: Math.round(typical[activity].minutes * MINUTE * (0.5 + random())),
  }))
}
