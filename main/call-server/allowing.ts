import type { House } from './house.ts'
import { useToday } from './phone.ts'
import { judge, numbersMeant, unescaped, type Party, type Verdict } from './rules/allow-rules.ts'
import { mayBegin } from './rules/caps-rules.ts'
import { addCall, addMissed, callById, endCall } from './store/calls.ts'
import {
  childByUser,
  childrenOfNumber,
  contactByUser,
  contactsOfChild,
  type KnownChild,
} from './store/contacts.ts'

type Ground = Pick<House, 'db' | 'settings' | 'newId' | 'clock'>

/** What Kamailio knows of a call that somebody wants to make: two user names or numbers, and the Call-ID. */
export interface Wanted {
  readonly from: string
  readonly to: string
  readonly call: string
}

/** Whether the call may be made; an allowed one is written down, and the same question gets the same answer. */
export function allow(ground: Ground, { from, to, call }: Wanted): 'video' | 'phone' | undefined {
  const { db, clock, settings } = ground
  return db.transaction(() => {
    const verdict = verdictOf(ground, from, to)
    if (!verdict.allowed) return undefined
    const { kind, child, contact, number } = verdict
    const known = callById(db, call)
    // Kamailio asks again after its challenge; another call under the same id is a trick.
    if (known)
      return known.source === from && known.target === to && known.endedAt === null ? kind : undefined
    const room = childByUser(db, child)?.room
    if (room === undefined) return undefined
    const who = { room, child, number }
    if (kind === 'phone' && !mayBegin(useToday({ db, clock, settings }, who), settings.limits))
      return undefined
    const allowedAt = clock.now().at
    addCall(db, { call, kind, contact, source: from, target: to, allowedAt, ...who })
    return kind
  })
}

/** Writes down a call that found nobody, if it was one that may be; a stranger's is not worth a row. */
export function miss(
  ground: Ground,
  { from, to, call, why }: Omit<Wanted, 'call'> & { readonly call: string | undefined; readonly why: string },
): void {
  const { db, clock, newId } = ground
  db.transaction(() => {
    const verdict = verdictOf(ground, from, to)
    if (call !== undefined) endCall(db, call, clock.now().at)
    const room = verdict.allowed ? childByUser(db, verdict.child)?.room : undefined
    if (!verdict.allowed || room === undefined) return
    const { child, contact, kind } = verdict
    // The telephone of a relative stands for them: whoever lists it asks for a person, not for a number.
    const side = (text: string): string => (kind === 'phone' && text !== child ? contact : text)
    addMissed(db, room, {
      id: newId(),
      from: side(from),
      to: side(to),
      child,
      contact,
      why,
      at: clock.now().at,
    })
  })
}

/** The child whom an incoming call from this number rings: of several, the one who last sat down. */
export function childOfCaller({ db, settings }: Ground, from: string): KnownChild | undefined {
  return numbersMeant(unescaped(from), settings.sip.countryCode)
    .flatMap((number) => childrenOfNumber(db, number))
    .toSorted((a, b) => b.seatedAt - a.seatedAt)
    .at(0)
}

function verdictOf(ground: Ground, from: string, to: string): Verdict {
  const parties = [partyOf(ground, from), partyOf(ground, to)] as const
  return judge(...parties, (child) => contactsOfChild(ground.db, child))
}

function partyOf({ db, settings }: Ground, text: string): Party {
  if (childByUser(db, text)) return { kind: 'child', user: text }
  const relative = contactByUser(db, text)
  if (relative) return { kind: 'contact', relative }
  const meant = numbersMeant(unescaped(text), settings.sip.countryCode)
  return meant.length > 0 ? { kind: 'number', meant } : { kind: 'nobody' }
}
