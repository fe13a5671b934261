import type { Answer } from '#contract/bridge.ts'
import type { Access, Method } from '#contract/define.ts'
import { contract } from '#contract/index.ts'
import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, type Result } from '#core/kernel/result.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import type { AllHandlers } from '../features/feature.ts'
import { isWithin, pupilBudget, staffBudget } from './input-size.ts'
import type { WindowName } from './origins.ts'

/** What main knows of the room at the moment of a call. */
export interface Doorkeeper {
  /** The child whose session runs in the pupil window. */
  session(): { readonly childId: string; readonly sessionId: string } | undefined
  /** Who is signed in at the staff window. */
  signedIn(): StaffPerson | undefined
  /** No coordinator yet. */
  setupNeeded(): boolean
  /** Writes down for good who is about to look at or change what. */
  audit(person: StaffPerson, method: string, subject: string | undefined): Result<void, Refusal>
}

export interface DispatchParts {
  readonly handlers: Partial<AllHandlers>
  readonly doorkeeper: Doorkeeper
  readonly log: Log
}

type AnyHandler = (
  input: unknown,
  caller: unknown,
) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>

/**
 * Takes one call of a window from its name to its answer. Never throws: whatever is sent, a value or a typed refusal
 * comes back. The order is the order of trust: the name, where it comes from, who, how much, what, then the deed.
 */
export async function dispatch(
  window: WindowName,
  name: unknown,
  input: unknown,
  parts: DispatchParts,
): Promise<Answer<unknown>> {
  const found = find(name, parts.handlers)
  if (!found) return refused('unknown-method')
  const { method, handler, path } = found
  try {
    const caller = admit(method.by, window, parts.doorkeeper)
    if (!caller.ok) return answer(caller)
    if (!isWithin(input, window === 'pupil' ? pupilBudget : staffBudget)) return refused('bad-input')
    const parsed = method.input.safeParse(input)
    if (!parsed.success) return refused('bad-input')
    const written = writeDown(path, method.by, caller.value, parsed.data, parts.doorkeeper)
    if (!written.ok) return answer(written)
    return answer(await handler(parsed.data, caller.value))
  } catch (error) {
    const problem = storageProblem(error)
    // Names and codes only: a message may quote what a child wrote.
    parts.log.error('A call failed', {
      method: path,
      name: nameOf(error),
      code: codeOf(error),
      problem,
      at: placeOf(error),
    })
    return refused(problem ?? 'unexpected')
  }
}

/** Looks a method up among own properties only, so that `__proto__.toString` is simply not there. */
function find(name: unknown, handlers: Partial<AllHandlers>) {
  if (typeof name !== 'string' || name.length > 60) return undefined
  const [feature = '', method = '', ...more] = name.split('.')
  if (more.length > 0) return undefined
  const declared = own(own(contract, feature), method) as Method<unknown, unknown> | undefined
  const handler = own(own(handlers, feature), method) as AnyHandler | undefined
  return declared && typeof handler === 'function' ? { method: declared, handler, path: name } : undefined
}

function own(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return undefined
  return (object as Record<string, unknown>)[key]
}

interface Caller {
  readonly window: WindowName
  readonly person?: StaffPerson
  readonly childId?: string
  readonly sessionId?: string
}

function admit(by: Access, window: WindowName, doorkeeper: Doorkeeper): Result<Caller, Refusal> {
  const caller = { window }
  switch (by.from) {
    case 'windows':
      return { ok: true, value: caller }
    case 'pupil':
      return window === 'pupil' ? { ok: true, value: caller } : err(refuse('not-from-here'))
    case 'child': {
      if (window !== 'pupil') return err(refuse('not-from-here'))
      const session = doorkeeper.session()
      return session ? { ok: true, value: { ...caller, ...session } } : err(refuse('no-session'))
    }
    case 'door':
      return window === 'staff' ? { ok: true, value: caller } : err(refuse('not-from-here'))
    case 'setup': {
      if (window !== 'staff') return err(refuse('not-from-here'))
      return doorkeeper.setupNeeded() ? { ok: true, value: caller } : err(refuse('already-set-up'))
    }
    case 'staff': {
      if (window !== 'staff') return err(refuse('not-from-here'))
      const person = doorkeeper.signedIn()
      if (!person) return err(refuse('signed-out'))
      if (!by.roles.includes(person.role)) return err(refuse('not-allowed'))
      return { ok: true, value: { ...caller, person } }
    }
  }
}

function writeDown(
  path: string,
  by: Access,
  caller: Caller,
  input: unknown,
  doorkeeper: Doorkeeper,
): Result<void, Refusal> {
  if (by.from !== 'staff' || !by.audited || !caller.person) return { ok: true, value: undefined }
  const subject = own(input, 'childId') ?? own(input, 'id') ?? own(own(input, 'question'), 'childId')
  return doorkeeper.audit(caller.person, path, typeof subject === 'string' ? subject : undefined)
}

const refused = (code: Refusal['code']): Answer<never> => err(refuse(code))

/** Plain data only crosses the bridge: whatever else a service hangs on its results stays here. */
function answer(result: Result<unknown, Refusal>): Answer<unknown> {
  if (result.ok) return { ok: true, value: result.value }
  const { code, waitMs, facts } = result.error
  return err({ code, ...(waitMs === undefined ? {} : { waitMs }), ...(facts ? { facts: { ...facts } } : {}) })
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** Where in our own files it happened. */
const placeOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .find((line) => line.includes('    at '))
        ?.trim()
    : undefined
