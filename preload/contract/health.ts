import { z } from 'zod'
import { audited, method, staff } from './define.ts'
import { lampNames, type LampFact, type LampName, type LampTone } from './health-verdicts.ts'

/** One thing of this seat and how it stands (T3). Machines and counts: never a child, never a child's word. */
export interface Lamp {
  readonly name: LampName
  readonly tone: LampTone
  /** A verdict of `verdicts[name]`. */
  readonly says: string
  /** Small facts in order, each with what its words name; `…At` is UTC ms, `…Bytes` bytes. */
  readonly facts: readonly { readonly is: LampFact; readonly of: Readonly<Record<string, string | number>> }[]
  /** Since when it has said this, UTC ms; null where that was not seen or the time was not known. */
  readonly since: number | null
}

export interface HealthLook {
  /** Worst first. */
  readonly lamps: readonly Lamp[]
  /** When, UTC ms, as far as it is known. */
  readonly at: number
}

/** A lamp that went from one thing to another. */
export interface LampTurn {
  readonly lamp: LampName
  readonly tone: LampTone
  readonly says: string
  readonly at: number
  readonly trusted: boolean
}

/** Somebody tried a device, or heard it, or did not. */
export interface DeviceTrial {
  readonly device: 'camera' | 'microphone' | 'speaker'
  readonly result: TrialResult
  /** Of a microphone: the loudest of the trial, 0 to 100. */
  readonly level: number | null
  readonly at: number
  readonly trusted: boolean
  readonly staffName: string | null
}

const trialResults = [
  'works',
  'missing',
  'busy',
  'refused',
  'asleep',
  'silent',
  'heard',
  'not-heard',
] as const
export type TrialResult = (typeof trialResults)[number]

const carers = ['coordinator', 'technician'] as const

export const healthMethods = {
  /** As it was last looked at; looks when nobody has yet. */
  look: method(staff(...carers), z.void()).answers<HealthLook>(),
  /** Looks at everything anew; reads the whole database. */
  check: method(staff(...carers), z.void()).answers<HealthLook>(),
  /** Newest first: how this lamp went, and what was tried. */
  history: method(staff(...carers), z.strictObject({ lamp: z.enum(lampNames) })).answers<{
    readonly turns: readonly LampTurn[]
    readonly trials: readonly DeviceTrial[]
  }>(),
  tried: method(
    staff(...carers),
    z.strictObject({
      device: z.enum(['camera', 'microphone', 'speaker']),
      result: z.enum(trialResults),
      level: z.int().min(0).max(100).nullable(),
    }),
  ).answers<HealthLook>(),
  /** A bundle for whoever helps from afar: lamps, history, counts, the log without a name or a word. */
  saveBundle: method(audited(...carers), z.strictObject({ place: z.string().min(1).max(200) })).answers<{
    readonly file: string
  }>(),
}
