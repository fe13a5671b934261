import type { Role } from '#contract/roles.ts'
import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { StaffRow } from '#contract/staff.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { isCheckDue, localDay } from './check-rules.ts'
import { createPinGate } from './pin-gate.ts'
import { createPinHash, type PinHash } from './pin-hash.ts'
import { pinProblem } from './pin-rules.ts'
import type { Escrow } from '../keys/escrow.ts'
import type { Rescue } from '../keys/rescue.ts'
import { newRecoveryKey, plainRecoveryKey } from './recovery-key.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createStaffStore } from './store.ts'

type Answered<T> = Result<T, Refusal>

export interface NewPerson {
  readonly name: string
  readonly role: Role
  readonly pin: string
  readonly checkedOn: string | null
}

/** Who works in the room, and who of them sits at the staff window (S1). */
export interface StaffService {
  readonly signedIn: SignIn
  /** No coordinator yet: the room has not been set up. */
  isEmpty(): boolean
  /** Everybody of the room, by name: the list to choose from before signing in. */
  people(): readonly StaffPerson[]
  /** Refuses with `not-found`, `pin-wait`, `pin-locked` or `wrong-pin`. */
  signIn(id: string, pin: string): Promise<Answered<StaffPerson>>
  /** Whether it is this person's PIN: counts and waits as signing in does, and signs nobody in. */
  checkPin(id: string, pin: string): Promise<Answered<StaffPerson>>
  /** The recovery key is used up by it; the answer holds the next one, which cannot be asked for again. */
  recover(id: string, recoveryKey: string, pin: string): Promise<Answered<Recovered>>
  /** Makes the recovery key on paper worthless and answers a fresh one. */
  replaceRecoveryKey(me: StaffPerson, pin: string): Promise<Answered<{ readonly recoveryKey: string }>>
  list(): readonly StaffRow[]
  add(person: NewPerson): Promise<Answered<{ readonly id: string }>>
  change(person: Omit<NewPerson, 'pin'> & { readonly id: string }): Answered<void>
  resetPin(id: string, pin: string): Promise<Answered<void>>
  changeMyPin(me: StaffPerson, old: string, pin: string): Promise<Answered<void>>
  remove(id: string): Answered<void>
  /** Every few seconds: locks the idle window, keeps the waits. */
  tick(): void
  /** For the set-up: see `prepareFirst`. */
  prepareFirst(person: Omit<NewPerson, 'role' | 'checkedOn'>): Promise<Answered<PreparedFirst>>
}

export interface Recovered {
  readonly person: StaffPerson
  readonly recoveryKey: string
}

/** The slow part of the set-up is done; `write` belongs into the set-up's own transaction. */
export interface PreparedFirst {
  readonly recoveryKey: string
  write(): StaffPerson
}

export interface StaffParts {
  /** Milliseconds without a sign of life after which the staff window locks. */
  readonly idleMs: () => number
  readonly pinHash?: PinHash
  /** Each new recovery key opens the diaries of a room that lost its seat. */
  readonly rescue: Pick<Rescue, 'prepare' | 'open' | 'keep'>
  /** Whoever has a right role and a PIN of their own is part of it (D5). */
  readonly escrow: Pick<Escrow, 'met' | 'prepare' | 'given' | 'drop' | 'renewSoon'>
}

export function createStaffService(ground: Ground, parts: StaffParts): StaffService {
  const { db, clock, newId, zoneOffset, log } = ground
  const store = createStaffStore(db)
  const gate = createPinGate(store, clock)
  const hash = parts.pinHash ?? createPinHash()
  const signedIn = createSignIn({ clock, idleMs: parts.idleMs, find: (id) => seen(store.find(id)) })

  /** Counts, then checks. Two tries at once take two counts. */
  const tryPin = async (id: string, pin: string): Promise<Answered<StaffPerson>> => {
    const known = store.find(id)
    if (!known) return err(refuse('not-found'))
    const begun = gate.begin(id)
    if (!begun.ok) return begun
    if (!(await hash.matches(pin, known.pinHash))) return err(gate.wrong(id))
    gate.clear(id)
    // Somebody may have been removed, or given another PIN, while the check ran.
    const now = store.find(id)
    return now && now.pinHash === known.pinHash ? ok(person(now)) : err(refuse('not-found'))
  }

  const freshKey = async (): Promise<{ shown: string; write: () => void }> => {
    const shown = newRecoveryKey()
    const hashed = await hash.make(plainRecoveryKey(shown))
    const rescue = await parts.rescue.prepare(shown)
    return {
      shown,
      write: () => {
        store.setRecoveryHash(hashed)
        rescue.write()
      },
    }
  }

  /** Whether the room would be left without a coordinator. */
  const isLast = (id: string): boolean => store.find(id)?.role === 'coordinator' && store.coordinators() <= 1

  const changeRoom = (work: () => Answered<void>): Answered<void> => {
    const done = store.transaction(work)
    parts.escrow.renewSoon()
    signedIn.tick()
    return done
  }

  return {
    signedIn,
    isEmpty: () => store.coordinators() === 0,
    people: () => store.all().map(person).toSorted(byName),
    signIn: async (id, pin) => {
      const tried = await tryPin(id, pin)
      if (!tried.ok) return tried
      signedIn.enter(id)
      const proved = store.find(id)?.pinHash
      parts.escrow.met(tried.value, pin, () => store.find(id)?.pinHash === proved)
      return tried
    },
    checkPin: tryPin,
    recover: async (id, recoveryKey, pin) => {
      if (!store.find(id)) return err(refuse('not-found'))
      const easy = easyPin(pin)
      if (easy) return err(easy)
      const stored = store.recoveryHash()
      if (stored === undefined || !(await hash.matches(plainRecoveryKey(recoveryKey), stored)))
        return err(refuse('wrong-recovery-key'))
      // The paper is used up by this: what only it opens is opened now.
      parts.rescue.open(recoveryKey)
      const pinHash = await hash.make(pin)
      const next = await freshKey()
      const recovered = store.transaction((): Answered<Recovered> => {
        const known = store.find(id)
        if (!known) return err(refuse('not-found'))
        // Used by another call meanwhile: a key opens once.
        if (store.recoveryHash() !== stored) return err(refuse('wrong-recovery-key'))
        store.setPin(id, pinHash)
        // The paper is not the person's own alone.
        parts.escrow.given(id)
        next.write()
        gate.clear(id)
        return ok({ person: person(known), recoveryKey: next.shown })
      })
      parts.escrow.renewSoon()
      if (recovered.ok) {
        parts.rescue.keep()
        log.warn('A recovery key was used', { staff: id })
        signedIn.enter(id)
      }
      return recovered
    },
    replaceRecoveryKey: async (me, pin) => {
      const tried = await tryPin(me.id, pin)
      if (!tried.ok) return tried
      const next = await freshKey()
      store.transaction(() => next.write())
      parts.rescue.keep()
      return ok({ recoveryKey: next.shown })
    },
    list: () => {
      const today = localDay(clock.now().at, zoneOffset(clock.now().at))
      return store
        .all()
        .toSorted(byName)
        .map((known) => ({
          ...person(known),
          checkedOn: known.checkedOn,
          checkDue: isCheckDue(known.checkedOn, today),
          locked: gate.locked(known.id),
        }))
    },
    add: async ({ name, role, pin, checkedOn }) => {
      if (store.nameTaken(name)) return err(refuse('name-taken'))
      const easy = easyPin(pin)
      if (easy) return err(easy)
      const pinHash = await hash.make(pin)
      return store.transaction((): Answered<{ id: string }> => {
        if (store.nameTaken(name)) return err(refuse('name-taken'))
        const id = newId()
        store.add({ id, name, role, checkedOn, pinHash, createdAt: clock.now().at })
        parts.escrow.given(id)
        return ok({ id })
      })
    },
    change: ({ id, name, role, checkedOn }) =>
      changeRoom(() => {
        const before = store.find(id)
        if (!before) return err(refuse('not-found'))
        if (store.nameTaken(name, id)) return err(refuse('name-taken'))
        if (role !== 'coordinator' && isLast(id)) return err(refuse('last-coordinator'))
        store.change(id, { name, role, checkedOn })
        if (role !== before.role) parts.escrow.drop(id)
        return ok(undefined)
      }),
    resetPin: async (id, pin) => {
      const easy = easyPin(pin)
      if (easy) return err(easy)
      const pinHash = await hash.make(pin)
      return changeRoom(() => {
        if (!store.find(id)) return err(refuse('not-found'))
        store.setPin(id, pinHash)
        parts.escrow.given(id)
        gate.clear(id)
        return ok(undefined)
      })
    },
    changeMyPin: async (me, old, pin) => {
      const easy = easyPin(pin)
      if (easy) return err(easy)
      const tried = await tryPin(me.id, old)
      if (!tried.ok) return tried
      const pinHash = await hash.make(pin)
      const holder = await parts.escrow.prepare(me, pin)
      return changeRoom(() => {
        // Removed, or with another role, while it was made: a leaver gets no PIN back.
        const now = store.find(me.id)
        if (now?.role !== me.role) return err(refuse('not-found'))
        store.setPin(me.id, pinHash)
        holder.write()
        return ok(undefined)
      })
    },
    remove: (id) =>
      changeRoom(() => {
        if (!store.find(id)) return err(refuse('not-found'))
        if (isLast(id)) return err(refuse('last-coordinator'))
        store.leave(id, clock.now().at)
        parts.escrow.drop(id)
        return ok(undefined)
      }),
    tick: () => {
      signedIn.tick()
      gate.tick()
    },
    prepareFirst: async ({ name, pin }) => {
      const easy = easyPin(pin)
      if (easy) return err(easy)
      const pinHash = await hash.make(pin)
      const key = await freshKey()
      return ok({
        recoveryKey: key.shown,
        write: () => {
          const first = { id: newId(), name, role: 'coordinator' as const, checkedOn: null }
          store.add({ ...first, pinHash, createdAt: clock.now().at })
          key.write()
          return person(first)
        },
      })
    },
  }
}

function easyPin(pin: string): Refusal | undefined {
  const problem = pinProblem(pin)
  return problem === null ? undefined : refuse('pin-too-easy', { facts: { problem } })
}

const person = ({ id, name, role }: StaffPerson): StaffPerson => ({ id, name, role })
const seen = (known: StaffPerson | undefined): StaffPerson | undefined => known && person(known)

const collator = new Intl.Collator('zh-CN')
const byName = (one: StaffPerson, other: StaffPerson): number => collator.compare(one.name, other.name)
