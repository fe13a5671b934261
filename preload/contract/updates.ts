import { z } from 'zod'
import { audited, method, staff } from './define.ts'

/** Why an update is not taken; the root's side says the same words. */
export const updateProblems = [
  /** Nobody has said yet whose updates this seat believes. */
  'no-keys',
  'no-stick',
  'unreadable',
  'bad-signature',
  'other-system',
  'older',
  'expired',
  /** The program on the stick is not the one that was signed. */
  'changed',
  'bad-archive',
  'no-space',
] as const
export type UpdateProblem = (typeof updateProblems)[number]

/** How far the root's side is; what it took goes on by itself from `checking` and `going-back`. */
export type UpdateStep =
  'idle' | 'checking' | 'refused' | 'ready' | 'trying' | 'done' | 'going-back' | 'gone-back'

/** What a stick offers. */
export interface OfferedUpdate {
  readonly version: string
  readonly by: string
  /** UTC milliseconds. */
  readonly madeAt: number
  /** Whether the room's data keeps its form: then one can go back later, too. */
  readonly keepsForm: boolean
  readonly news: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] }
}

export interface UpdatesLook {
  /** What runs. */
  readonly version: string
  /** False on a PC that nobody has made a seat: its updates are a technician's package. */
  readonly isSeat: boolean
  readonly offered: OfferedUpdate | null
  /** Why what lies on the stick is not taken, and why the last one was not. */
  readonly refused: UpdateProblem | null
  readonly step: UpdateStep
  /** What is ready, tried or was gone back from. */
  readonly target: string | null
  /** The new one did not prove itself; otherwise somebody asked for the way back. */
  readonly hasFailed: boolean
  /** Somebody's wish lies there and has not been answered yet. */
  readonly isAsked: boolean
  /** It changes over as soon as nobody sits here. */
  readonly isOrdered: boolean
  readonly isTaken: boolean
  /** To which version one can go back now; null where there is none, or the data has a new form. */
  readonly backTo: string | null
}

const carers = ['coordinator', 'technician'] as const

export const updatesMethods = {
  look: method(staff(...carers), z.void()).answers<UpdatesLook>(),
  /** Copies from the stick, checks and unpacks beside what runs. */
  take: method(audited(...carers), z.void()).answers<void>(),
  /** Changes over when nobody sits here, or not after all. Refuses `no-update`. */
  order: method(audited(...carers), z.strictObject({ wanted: z.boolean() })).answers<void>(),
  /** Refuses `no-way-back`. */
  back: method(audited(...carers), z.void()).answers<void>(),
}
