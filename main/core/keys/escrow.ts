import type { StaffPerson } from '#contract/people.ts'
import type { Ground } from '../kernel/ground.ts'
import type { PinHash } from '../staff/pin-hash.ts'
import { mayHold, namesOf, pairOf, pairsOf } from './escrow-rules.ts'
import * as store from './escrow-store.ts'
import { newKeyPair, openWith, privateKeyOf, RSA_BITS, sealTo, unwrapWith, wrapTo } from './sealed-to.ts'
import type { Ring } from './ring.ts'
import { keyFor, keyIdOf, openBytes, openText, sealBytes, sealText, type Key } from './seal.ts'
import type { Wrapping } from './wrapping.ts'

/** How a grown-up stands to the escrow. `pin-given`: somebody else chose the PIN; `sign-in`: no key yet, the next sign-in makes it. */
export type HolderState = 'ready' | 'pin-given' | 'sign-in'

/** A grown-up's private half, open in memory. */
export interface UnlockedHolder {
  readonly staffId: string
  readonly privateKey: Uint8Array
  /** Overwrites it. */
  forget(): void
}

/** The keys of one child, opened by two grown-ups; for reading alone. */
export interface OpenedChild extends Ring {
  readonly childId: string
  /** Overwrites them; nothing opens any more. */
  forget(): void
}

/**
 * How two grown-ups open a child's diary in an emergency (D5): a part of each child's key is wrapped by the public half of a pair, whose private
 * half is sealed once for each two who may open together, to the one and then to the other. Either alone opens nothing
 * (`resources/PRIVACY.md`). The pair is made anew whenever the set of grown-ups or one of their PINs changes.
 */
export interface Escrow {
  /** The part of a child's new key for the escrow of now; nulls where there is none. */
  wrap(keyId: string): { readonly escrowId: string | null; readonly escrowed: string | null }
  stateOf(person: StaffPerson): HolderState
  /** Whether these two, in this order or the other, have an escrow between them now. */
  isPair(one: string, other: string): boolean
  /** Somebody has signed in with a PIN of their own: makes their key in the background where it is missing. */
  met(person: StaffPerson, pin: string, stillHolds: () => boolean): void
  /** For a PIN that its owner chose. `write` goes into the transaction that makes it the one that holds; then `renewSoon`. */
  prepare(person: StaffPerson, pin: string): Promise<{ readonly write: () => void }>
  /** Somebody else chose this PIN. Goes into the transaction that sets it; then `renewSoon`. */
  given(staffId: string): void
  /** The person left, or has another role. Goes into that transaction; then `renewSoon`. */
  drop(staffId: string): void
  /** Makes the escrow anew where it is not what it should be, in the background. */
  renewSoon(): void
  /** What goes on in the background has ended. */
  settled(): Promise<void>
  /** Undefined for a PIN that does not fit, or where there is no key. Slow; counts no tries: the caller does. */
  unlock(staffId: string, pin: string): Promise<UnlockedHolder | undefined>
  /** Undefined unless both are a pair of the escrow of now. Both halves stay the caller's to forget. */
  open(one: UnlockedHolder, other: UnlockedHolder, childId: string): OpenedChild | undefined
}

export interface EscrowParts {
  /** Of this seat. */
  readonly secret: Key
  readonly wrapping: Wrapping
  readonly pinHash: Pick<PinHash, 'stretch'>
  /** Who belongs to the room now. */
  readonly people: () => readonly StaffPerson[]
  /** Of a pair of keys; fewer only in tests. */
  readonly bits?: number
}

/** Of a room that nobody has signed in to yet: the keys go into the escrow when it is made. */
export const noEscrow: Pick<Escrow, 'wrap'> = { wrap: () => ({ escrowId: null, escrowed: null }) }

const holderPlace = (staffId: string): string => `escrow-holder/${staffId}`
const innerPlace = (generation: string, staffId: string): string => `escrow/${generation}/inner/${staffId}`
const outerPlace = (generation: string, staffId: string): string => `escrow/${generation}/outer/${staffId}`

export function createEscrow(
  { db, newId, log }: Pick<Ground, 'db' | 'newId' | 'log'>,
  parts: EscrowParts,
): Escrow {
  const { secret, wrapping, pinHash, people, bits = RSA_BITS } = parts
  const markKey = keyFor('escrow-mark', secret)

  /** The PIN and the seat together: neither alone opens the private half. */
  const lockOf = (stretched: Key): Key => {
    const both = Buffer.concat([stretched, keyFor('escrow-seat', secret)])
    const lock = keyFor('escrow-holder', both)
    both.fill(0)
    stretched.fill(0)
    return lock
  }

  const worksHere = ({ staffId, mark }: store.HolderRow): boolean =>
    openText(markKey, holderPlace(staffId), mark) !== undefined

  const standing = (): readonly StaffPerson[] => {
    const able = new Set(
      store
        .holders(db)
        .filter(worksHere)
        .map(({ staffId }) => staffId),
    )
    return people().filter(({ id, role }) => able.has(id) && mayHold(role))
  }

  const makeHolder = async (staffId: string, pin: string): Promise<store.HolderRow> => {
    const { publicKey, privateKey } = await newKeyPair(bits)
    const { recipe, key } = await pinHash.stretch(pin)
    const lock = lockOf(key)
    const sealed = Buffer.from(sealBytes(lock, 'pin', holderPlace(staffId), privateKey)).toString('base64')
    lock.fill(0)
    privateKey.fill(0)
    return {
      staffId,
      publicKey,
      privateKey: sealed,
      recipe,
      mark: sealText(markKey, 'seat', holderPlace(staffId), 'here'),
    }
  }

  /** Not the key itself: what it says opens nothing once the key's own file is destroyed. */
  const wrappedPart = (keyId: string, publicKey: string): string | undefined => {
    const part = wrapping.part(keyId)
    const wrapped = part && wrapTo(publicKey, part)
    part?.fill(0)
    return wrapped
  }

  /** Children's keys that open here and that the generation does not hold yet. */
  const fill = ({ id, publicKey }: Pick<store.GenerationRow, 'id' | 'publicKey'>): void => {
    const rows = store.unescrowed(db, id)
    if (rows.length === 0) return
    for (const row of rows) {
      const escrowed = wrappedPart(row.id, publicKey)
      if (escrowed !== undefined) store.setEscrowed(db, row.id, id, escrowed)
    }
  }

  const isDue = (): boolean => {
    const now = store.generation(db)
    const wanted = pairsOf(standing())
    return (now?.stale ?? 0) === 1 || namesOf(wanted) !== namesOf(store.pairs(db))
  }

  const renew = async (): Promise<void> => {
    while (isDue()) {
      const made = pairsOf(standing()).length > 0 ? await newKeyPair(bits) : undefined
      db.transaction(() => {
        // Who is part of it is asked once more: the making took its time.
        const adults = standing()
        const wanted = pairsOf(adults)
        // What does not open at this seat may come back with its secret; whoever is not in the room does not.
        const present = new Set(
          people()
            .filter(({ role }) => mayHold(role))
            .map(({ id }) => id),
        )
        const rows = store.holders(db)
        for (const { staffId } of rows) if (!present.has(staffId)) store.dropHolder(db, staffId)
        store.dropGeneration(db)
        if (!made || wanted.length === 0) return
        const id = newId()
        const publicOf = new Map(rows.map((row) => [row.staffId, row.publicKey]))
        const sealed = wanted.map(({ one, other }) => {
          const inner = sealTo(publicOf.get(one) ?? '', innerPlace(id, one), made.privateKey)
          return {
            one,
            other,
            sealed: sealTo(publicOf.get(other) ?? '', outerPlace(id, other), Buffer.from(inner)),
          }
        })
        store.addGeneration(db, { id, publicKey: made.publicKey }, sealed)
        fill({ id, publicKey: made.publicKey })
      })
      made?.privateKey.fill(0)
    }
    const now = store.generation(db)
    if (now) db.transaction(() => fill(now))
  }

  let background: Promise<void> = Promise.resolve()
  const soon = (work: () => Promise<void>): void => {
    background = background
      .then(work)
      .catch((error: unknown) => log.error('The escrow is not renewed', { error }))
  }

  return {
    wrap: (keyId) => {
      const now = store.generation(db)
      const escrowed = now && wrappedPart(keyId, now.publicKey)
      return now && escrowed !== undefined ? { escrowId: now.id, escrowed } : noEscrow.wrap(keyId)
    },
    stateOf: ({ id }) => {
      if (store.isGiven(db, id)) return 'pin-given'
      const row = store.holderOf(db, id)
      return row && worksHere(row) ? 'ready' : 'sign-in'
    },
    isPair: (one, other) => store.sealedFor(db, pairOf(one, other)) !== undefined,
    met: ({ id, role }, pin, stillHolds) => {
      const row = store.holderOf(db, id)
      if (!mayHold(role) || store.isGiven(db, id) || (row && worksHere(row))) return
      soon(async () => {
        const made = await makeHolder(id, pin)
        db.transaction(() => {
          if (stillHolds() && !store.isGiven(db, id)) store.setHolder(db, made)
        })
        await renew()
      })
    },
    prepare: async ({ id, role }, pin) => {
      const made = mayHold(role) ? await makeHolder(id, pin) : undefined
      return {
        write: () => {
          store.setGiven(db, id, false)
          if (made) store.setHolder(db, made)
          else store.dropHolder(db, id)
        },
      }
    },
    given: (staffId) => {
      store.setGiven(db, staffId, true)
      store.dropHolder(db, staffId)
    },
    drop: (staffId) => store.dropHolder(db, staffId),
    renewSoon: () => soon(renew),
    settled: async () => {
      for (let last: unknown; last !== background;) {
        last = background
        await background
      }
    },
    unlock: async (staffId, pin) => {
      const row = store.holderOf(db, staffId)
      if (!row) return undefined
      const { key } = await pinHash.stretch(pin, row.recipe)
      const lock = lockOf(key)
      const privateKey = openBytes(lock, holderPlace(staffId), Buffer.from(row.privateKey, 'base64'))
      lock.fill(0)
      return privateKey && { staffId, privateKey, forget: () => void privateKey.fill(0) }
    },
    open: (one, other, childId) => {
      const now = store.generation(db)
      const pair = pairOf(one.staffId, other.staffId)
      const sealed = store.sealedFor(db, pair)
      // Stale: somebody was dropped, and the new one is not there yet.
      if (!now || now.stale === 1 || sealed === undefined) return undefined
      const [inside, outside] = one.staffId === pair.one ? [one, other] : [other, one]
      const inner = openWith(privateKeyOf(outside.privateKey), outerPlace(now.id, pair.other), sealed)
      const half =
        inner &&
        openWith(privateKeyOf(inside.privateKey), innerPlace(now.id, pair.one), Buffer.from(inner).toString())
      inner?.fill(0)
      if (!half) return undefined
      const whole = privateKeyOf(half)
      half.fill(0)
      const keys = new Map(
        store.escrowedOf(db, childId, now.id).flatMap(({ id, escrowed }) => {
          const part = unwrapWith(whole, escrowed)
          const key = part && wrapping.openByPart(id, part)
          part?.fill(0)
          return key ? [[id, key] as const] : []
        }),
      )
      return openedChild(childId, keys)
    },
  }
}

const readOnly = (): never => {
  throw new Error('What was opened for reading seals nothing')
}

function openedChild(childId: string, keys: Map<string, Key>): OpenedChild {
  return {
    childId,
    own: readOnly,
    seal: readOnly,
    sealBytes: readOnly,
    opens: (keyId) => keys.has(keyId),
    open: (place, record) => {
      const key = keys.get(keyIdOf(record) ?? '')
      return key && openText(key, place, record)
    },
    openBytes: (place, record) => {
      const key = keys.get(keyIdOf(record) ?? '')
      return key && openBytes(key, place, record)
    },
    forget: () => {
      for (const key of keys.values()) key.fill(0)
      keys.clear()
    },
  }
}
