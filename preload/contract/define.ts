import type { z } from 'zod'
import type { Role } from './roles.ts'

/**
 * Who may use a method. Main checks it on every call; no window is asked.
 * - `pupil`  the child's window, whoever sits there
 * - `child`  the child's window while a child's session runs
 * - `door`   the staff window, before anyone has signed in
 * - `staff`  the staff window, signed in with one of `roles`
 * - `setup`  the staff window, while this seat has no coordinator yet
 * - `windows` any window of ours
 */
export type Access =
  | { readonly from: 'pupil' | 'child' | 'door' | 'setup' | 'windows' }
  | { readonly from: 'staff'; readonly roles: readonly Role[]; readonly audited?: true }

export interface Method<I, O, F extends Access['from'] = Access['from']> {
  readonly by: Access & { readonly from: F }
  readonly input: z.ZodType<I>
  /** Carries the type of the answer; never present at run time. */
  readonly answer?: O
}

/** Declares a method: who may use it, what it takes; `answers<T>()` says what comes back. */
export function method<F extends Access['from'], I>(
  by: Access & { readonly from: F },
  input: z.ZodType<I>,
): { answers<O>(): Method<I, O, F> } {
  return { answers: <O>(): Method<I, O, F> => ({ by, input }) }
}

type By<F extends Access['from']> = Access & { readonly from: F }

export const pupil: By<'pupil'> = { from: 'pupil' }
export const child: By<'child'> = { from: 'child' }
export const door: By<'door'> = { from: 'door' }
export const setup: By<'setup'> = { from: 'setup' }
export const windows: By<'windows'> = { from: 'windows' }
export const staff = (...roles: Role[]): By<'staff'> => ({ from: 'staff', roles })
/** Like `staff`, and who looked at or changed what is written down for good (S11). */
export const audited = (...roles: Role[]): By<'staff'> => ({ from: 'staff', roles, audited: true })
