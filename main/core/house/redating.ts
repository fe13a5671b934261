import { z } from 'zod'
import type { ReadableDb } from '../db/handles.ts'
import { dropMeta, readMeta, writeMeta } from '../db/meta.ts'
import { AGREES } from '../kernel/clock-rules.ts'
import type { SystemClock } from '../kernel/system-clock.ts'
import type { Ground } from '../kernel/ground.ts'
import { thisMachine, type Machine } from '../sessions/machine.ts'
import { doubt, redate, writtenUntil } from './moved-times.ts'

/** Time that is not known began at `at` (UTC ms, as it is written down) when the machine had run for `up` ms. */
interface Unknown {
  readonly at: number
  readonly up: number
  readonly boot: string
}

/** From when time was believed, and what it said then beyond the time that the machine had run, as seen last. ms. */
interface Believed {
  readonly at: number
  readonly offset: number
}

export interface Redating {
  /** To be called every few seconds, once before anything is written, and as soon as a second witness has spoken. */
  look(): void
}

/**
 * Watches for the moment at which unknown time becomes known, and dates anew what was written until then: on this start, and on
 * earlier ones of the program while the machine ran on. A machine that was switched off between says nothing of how long: what
 * was written before stays as it is, flagged, in the order of writing.
 *
 * So it goes with time that was believed until a second witness said otherwise. Of earlier starts of the machine it is not known by
 * how much they were off: what they wrote since the last time that was certain counts as not known from then on, and what lies in
 * the future goes before this start.
 */
export function createRedating(
  ground: Pick<Ground, 'db' | 'seat' | 'zoneOffset' | 'log' | 'newId'> & {
    readonly clock: Pick<SystemClock, 'now' | 'certain' | 'isWitnessed'>
  },
  machine: Machine = thisMachine(),
): Redating {
  const { db, clock, log, seat } = ground
  const boot = machine.boot || ground.newId()
  const writtenBefore = writtenUntil(db, seat)
  const certainBefore = clock.certain()
  /** When the machine had run for so long, this start began, as far as it is known. */
  const startedUp = machine.boot === '' ? machine.uptime() : 0
  let isUnknown = false
  let isFutureDone = false

  /** What was written while time was not known: to where it belongs. How many times. */
  const dateUnknown = (now: number, up: number): number => {
    const all = read(db, 'unknown-times', unknowns, [])
    if (all.length === 0) return 0
    const stretches = all.flatMap((one, index) => {
      if (one.boot !== boot) return []
      const ran = up - one.up
      const next = all[index + 1]
      const to = next ? next.at - 1 : one.at + ran + ROUNDING
      return { from: one.at, to, by: now - ran - one.at }
    })
    dropMeta(db, 'unknown-times')
    return redate(ground, stretches)
  }

  /** What was written under a time that was believed and has turned out wrong. How many times. */
  const dateBelieved = (now: number, up: number): number => {
    const kept = read(db, 'believed-times', believeds, { boot, times: [] })
    const times = kept.boot === boot ? kept.times : []
    const offset = now - up
    const isRight = (one: Believed): boolean => Math.abs(one.offset - offset) <= AGREES
    const wrong = clock.isWitnessed() ? times.filter((one) => !isRight(one)) : []
    const [before, last] = [times.filter((one) => !wrong.includes(one)), times.at(-1)]
    const goesOn = last !== undefined && isRight(last)
    const present = goesOn ? { at: last.at, offset: slid(last.offset, offset) } : { at: now, offset }
    const next = [...(goesOn ? before.slice(0, -1) : before), present]
    const text = JSON.stringify({ boot, times: next })
    if (text !== readMeta(db, 'believed-times')) writeMeta(db, 'believed-times', text)
    if (wrong.length === 0) return 0
    const stretches = times.flatMap((one, index) => {
      if (!wrong.includes(one)) return []
      const after = times[index + 1]
      const until = after ? after.at - after.offset : up
      return { from: one.at, to: until + one.offset + ROUNDING, by: offset - one.offset, believed: true }
    })
    const started = now - up + startedUp
    const doubtful = { from: Math.min(certainBefore, started) + 1, to: started }
    return redate(ground, stretches) + doubt(ground, doubtful)
  }

  /** What earlier starts dated later than now goes before this one, not known, in the order of writing. How many times. */
  const dateFuture = (now: number, up: number): number => {
    if (isFutureDone || !clock.isWitnessed()) return 0
    isFutureDone = true
    return writtenBefore > now + AGREES
      ? doubt(ground, { from: now + AGREES, before: now - up + startedUp })
      : 0
  }

  return {
    look: () => {
      const [now, up] = [clock.now(), machine.uptime()]
      if (!now.trusted) {
        if (isUnknown) return
        const before = read(db, 'unknown-times', unknowns, [])
        writeMeta(db, 'unknown-times', JSON.stringify([...before, { at: now.at, up, boot }]))
        isUnknown = true
        return
      }
      const count = db.transaction(
        () => dateUnknown(now.at, up) + dateBelieved(now.at, up) + dateFuture(now.at, up),
      )
      isUnknown = false
      if (count > 0) log.info('The time is known; what was written before is dated anew', { count })
    },
  }
}

/** Of the two clocks of a machine, ms; the coarser one steps by 10. */
const ROUNDING = 20
/** A clock is set right in small steps all the time: what is kept of it follows in these, ms. */
const STEP = 60_000

const slid = (kept: number, seen: number): number => (Math.abs(seen - kept) < STEP ? kept : seen)

function read<T>(db: ReadableDb, key: 'unknown-times' | 'believed-times', shape: z.ZodType<T>, none: T): T {
  const text = readMeta(db, key)
  if (text === undefined) return none
  const kept = shape.safeParse(JSON.parse(text))
  return kept.success ? kept.data : none
}
const unknowns: z.ZodType<readonly Unknown[]> = z.array(
  z.object({ at: z.number(), up: z.number(), boot: z.string() }),
)
const believeds: z.ZodType<{ readonly boot: string; readonly times: readonly Believed[] }> = z.object({
  boot: z.string(),
  times: z.array(z.object({ at: z.number(), offset: z.number() })),
})
