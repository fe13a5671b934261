/**
 * A microphone that a person or the system turned off in the mixer goes on giving samples, and every one of them is exactly
 * zero; no event tells. A quiet room is never exactly zero for long, but a microphone with a noise gate may be.
 */
export interface Hearing {
  /** Since when nothing but zeros has come, monotonic ms; null while something does, or while nobody can listen. */
  readonly zeroSince: number | null
  readonly isSilent: boolean
  /** Something came of it once. */
  readonly wasHeard: boolean
  /** How often it was silent and came back by itself. */
  readonly backs: number
  /** Monotonic ms. */
  readonly lookedAt: number
}

/** Zeros for so long are said, ms: with the time between two looks and the way to the other end below two seconds. */
export const SILENT_MS = 1300
/** A headset without a wire gives zeros while it wakes up, ms. */
const FIRST_MS = 3000
/** Whatever came back by itself may be a noise gate: the next time it is waited for twice as long, to here. ms. */
const LONGEST_MS = 30_000
/** A look that comes so late was not looked at all: the PC slept, or the page did. */
const LATE_MS = 1000

export const notHeardYet: Hearing = {
  zeroSince: null,
  isSilent: false,
  wasHeard: false,
  backs: 0,
  lookedAt: -Infinity,
}

const waitOf = ({ wasHeard, backs }: Hearing): number =>
  wasHeard ? Math.min(SILENT_MS * 2 ** backs, LONGEST_MS) : FIRST_MS

/**
 * One look at the last `windowMs`. `found`: whether every sample of them is exactly zero; null where nobody can listen, which
 * says nothing against the microphone.
 */
export function hear(
  hearing: Hearing,
  found: 'zeros' | 'sound' | null,
  windowMs: number,
  now: number,
): { readonly hearing: Hearing; readonly is: 'silent' | 'sounds' | null } {
  const looked = { ...hearing, lookedAt: now }
  if (found !== 'zeros') {
    const { isSilent, wasHeard, backs } = hearing
    return {
      hearing: {
        ...looked,
        zeroSince: null,
        isSilent: false,
        wasHeard: wasHeard || found === 'sound',
        backs: isSilent && found === 'sound' ? backs + 1 : backs,
      },
      is: isSilent ? 'sounds' : null,
    }
  }
  const slept = now - hearing.lookedAt > LATE_MS
  const zeroSince = hearing.zeroSince === null || slept ? now - windowMs : hearing.zeroSince
  const isSilent = hearing.isSilent || now - zeroSince >= waitOf(hearing)
  return {
    hearing: { ...looked, zeroSince, isSilent },
    is: isSilent && !hearing.isSilent ? 'silent' : null,
  }
}
