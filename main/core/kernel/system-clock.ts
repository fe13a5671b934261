import { uptime } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Clock } from './clock.ts'
import { look, sleptUntil, type Belief } from './clock-rules.ts'

export interface SystemClockParts {
  /** When the program was built, UTC milliseconds. */
  readonly builtAt: number
  /** The latest time that this seat believed on an earlier start; 0 for none. */
  readonly lastTrusted: number
  /** Told at most every ten minutes of believed time; what it keeps comes back as `lastTrusted` on the next start. */
  readonly onTrusted: (lastTrusted: number) => void
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
  /** Staff say that the wall is right: believed from now on, even if it was later once. */
  confirm(): void
}

const KEEP_EVERY = 600_000

const machine: ClockSource = {
  wall: () => Date.now(),
  skipsSleep: () => performance.now(),
  countsSleep: () => uptime() * 1000,
}

/** The machine's clocks as `Clock` wants them. */
export function systemClock({
  builtAt,
  lastTrusted,
  onTrusted,
  source = machine,
}: SystemClockParts): SystemClock {
  const offset = source.countsSleep() - source.skipsSleep()
  let slept = 0
  let belief: Belief = { trusted: false, lastTrusted, anchor: undefined }
  let kept = lastTrusted

  const monotonic = (): number => {
    const fine = source.skipsSleep()
    slept = sleptUntil(slept, source.countsSleep() - offset, fine)
    return fine + slept
  }
  const keep = (): void => {
    if (belief.lastTrusted >= kept && belief.lastTrusted - kept < KEEP_EVERY) return
    kept = belief.lastTrusted
    onTrusted(kept)
  }
  return {
    wall: () => source.wall(),
    monotonic,
    trusted: () => {
      belief = look(belief, { wall: source.wall(), monotonic: monotonic() }, builtAt)
      if (belief.trusted) keep()
      return belief.trusted
    },
    confirm: () => {
      const sight = { wall: source.wall(), monotonic: monotonic() }
      belief = look({ trusted: false, lastTrusted: 0, anchor: undefined }, sight, builtAt)
      if (belief.trusted) keep()
    },
  }
}
