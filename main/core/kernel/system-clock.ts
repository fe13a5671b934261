import { uptime } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Clock } from './clock.ts'
import { AGREES, isAgreed, look, sleptUntil, witnessed } from './clock-rules.ts'
import type { Belief, ClockMemory, Sight } from './clock-rules.ts'

export interface SystemClockParts {
  /** When the program was built, UTC milliseconds. */
  readonly builtAt: number
  /** What earlier starts left. */
  readonly memory: ClockMemory
  /** Told when something changed, of believed time alone at most every ten minutes; comes back as `memory` on the next start. */
  readonly keep: (memory: ClockMemory) => void
  /** The machine's clocks; others only in tests. */
  readonly source?: ClockSource
}

/** Milliseconds each. */
export interface ClockSource {
  wall(): number
  /** Fine, stands still while the machine sleeps (Linux: CLOCK_MONOTONIC). */
  skipsSleep(): number
  /** Coarse, goes on while the machine sleeps (Linux: CLOCK_BOOTTIME through /proc/uptime; Windows: GetTickCount64). */
  countsSleep(): number
}

export interface SystemClock extends Clock {
  /** A second witness (UTC ms): the call server, its certificate verified. Where the wall says the same, that is certain. */
  witness(at: number): void
  /** Staff say that the wall is right: believed from now on, even if it was later once; certain it is not by that. */
  confirm(): void
  /** Whether the wall is believed and a second witness says the same. */
  isSure(): boolean
  /** Whether `now()` is what a second witness says, whatever the wall says. */
  isWitnessed(): boolean
  /** What was written down before this start reaches so far: unknown time goes on behind it. UTC milliseconds. */
  goOnAfter(at: number): void
}

const KEEP_EVERY = 600_000

const machine: ClockSource = {
  wall: () => Date.now(),
  skipsSleep: () => performance.now(),
  countsSleep: () => uptime() * 1000,
}

/** The machine's clocks as `Clock` wants them. */
export function systemClock({ builtAt, memory, keep, source = machine }: SystemClockParts): SystemClock {
  const offset = source.countsSleep() - source.skipsSleep()
  let slept = 0
  let belief: Belief = { ...memory, trusted: false, anchor: undefined, counted: undefined }
  let kept = memory
  /** What the second witness said last on this start; goes on by the monotonic clock. */
  let told: Sight | undefined

  const monotonic = (): number => {
    const fine = source.skipsSleep()
    slept = sleptUntil(slept, source.countsSleep() - offset, fine)
    return fine + slept
  }
  const started = monotonic()
  let after = memory.lastTrusted
  const sightNow = (): Sight => ({ wall: source.wall(), monotonic: monotonic() })

  const believe = (next: Belief): void => {
    belief = next
    const { lastTrusted, certain, days } = next
    const ran = Math.abs(lastTrusted - kept.lastTrusted)
    const isSame = days === kept.days && (told !== undefined || certain === kept.certain)
    if (ran < KEEP_EVERY && isSame && lastTrusted >= kept.lastTrusted) return
    kept = { lastTrusted, certain, days }
    keep(kept)
  }
  const seen = (): Sight => {
    const sight = sightNow()
    if (told && !agrees(sight, since(told, sight))) {
      // Known better by now: what the wall says is neither believed nor counted.
      belief = { ...belief, trusted: false, anchor: undefined }
      return sight
    }
    // Set right meanwhile.
    if (told && !belief.anchor) believe(witnessed(belief, sight, since(told, sight)))
    else believe(look(belief, sight, builtAt))
    if (told && belief.trusted) believe({ ...belief, certain: Math.max(belief.certain, sight.wall) })
    return sight
  }

  return {
    wall: () => source.wall(),
    monotonic,
    trusted: () => {
      seen()
      return belief.trusted
    },
    now: () => {
      const sight = seen()
      if (belief.trusted) return { at: Math.round(sight.wall), trusted: true }
      if (told) return { at: Math.round(since(told, sight)), trusted: true }
      if (belief.anchor) return { at: Math.round(since(belief.anchor, sight)), trusted: false }
      const at = after > 0 ? after + 1 + sight.monotonic - started : sight.wall
      return { at: Math.round(at), trusted: false }
    },
    certain: () => {
      seen()
      return Math.floor(belief.certain)
    },
    isSure: () => {
      const { wall } = seen()
      return belief.trusted && (told !== undefined || isAgreed(belief, wall))
    },
    isWitnessed: () => {
      const { wall } = seen()
      return told !== undefined || (belief.trusted && isAgreed(belief, wall))
    },
    witness: (at) => {
      if (!Number.isFinite(at)) return
      const sight = sightNow()
      told = { wall: at, monotonic: sight.monotonic }
      if (agrees(sight, at)) believe(witnessed(belief, sight, at))
      // Nothing that this wall has said for itself counts any more.
      else
        believe({
          ...belief,
          trusted: false,
          anchor: undefined,
          days: [],
          certain: Math.min(belief.certain, at),
        })
    },
    confirm: () => {
      told = undefined
      const start: Belief = { ...belief, trusted: false, lastTrusted: 0, anchor: undefined }
      believe(look(start, sightNow(), builtAt))
    },
    goOnAfter: (at) => {
      after = Math.max(after, at)
    },
  }
}

const agrees = ({ wall }: Sight, at: number): boolean => Math.abs(wall - at) <= AGREES
/** What the wall should show now, by the monotonic clock. */
const since = (from: Sight, sight: Sight): number => from.wall + sight.monotonic - from.monotonic
