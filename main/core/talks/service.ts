import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Mood } from '#contract/feelings.ts'
import type { TalkNotice, TalkPage, TalkWaiting, TalkWish } from '#contract/talks.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { mediaAddress } from '../media/address-rules.ts'
import { createTalkStore, type NoticeRow, type WishRow } from './store.ts'
import { adultsOffered, grandparentOf, isForgotten } from './talk-rules.ts'

type Answered<T> = Result<T, Refusal>

/** “I want to talk” (C11, D6): a child chooses an adult, that adult alone hears of it, and the child sees that they did. */
export interface TalksService {
  page(childId: string): TalkPage
  /** Refuses `not-found` for whoever is not offered. A wish that nobody has opened yet goes to the new adult. */
  ask(childId: string, adultId: string, mood: Mood | null): Answered<TalkWish>
  takeBack(childId: string, id: string): Answered<void>
  marks(): readonly string[]
  mine(me: StaffPerson): readonly TalkNotice[]
  open(me: StaffPerson, id: string): Answered<{ readonly mood: Mood | null }>
  talked(me: StaffPerson, id: string): Answered<void>
  waiting(): readonly TalkWaiting[]
  onChange(listener: () => void): void
}

export interface TalksParts {
  readonly people: () => readonly StaffPerson[]
  readonly family: (childId: string) => readonly { readonly called: string; readonly relation: string }[]
}

export function createTalksService(ground: Ground, { people, family }: TalksParts): TalksService {
  const { db, clock, newId } = ground
  const store = createTalkStore(db)
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const wishOf = ({ id, staffId, receivedAt }: WishRow): TalkWish => ({
    id,
    adultId: staffId,
    adultName: store.nameOf(staffId) ?? '',
    state: receivedAt === null ? 'sent' : 'received',
  })
  /** Of an adult who left nobody hears any more: the child may choose anew. */
  const current = (childId: string, offered: readonly { readonly id: string }[]): WishRow | undefined =>
    store.of(childId).find(({ staffId }) => offered.some(({ id }) => id === staffId))
  const ofMine = (me: StaffPerson, id: string): NoticeRow | undefined =>
    store.to(me.id).find((wish) => wish.id === id)

  return {
    page: (childId) => {
      const adults = adultsOffered(people())
      const kin = grandparentOf(family(childId))
      const wish = current(childId, adults)
      return {
        adults,
        atHome: kin && { called: kin.called, relation: kin.relation },
        wish: wish ? wishOf(wish) : null,
      }
    },
    ask: (childId, adultId, mood) => {
      const adults = adultsOffered(people())
      if (!adults.some(({ id }) => id === adultId)) return err(refuse('not-found'))
      const row = store.transaction((): WishRow => {
        const before = current(childId, adults)
        if (before?.receivedAt === null) {
          store.change(before.id, { staffId: adultId, mood })
          return { ...before, staffId: adultId }
        }
        // Another tap on the one who has heard already changes nothing.
        if (before?.staffId === adultId) return before
        const { at: askedAt, trusted } = clock.now()
        const wish = { id: newId(), childId, staffId: adultId, askedAt }
        store.add({ ...wish, mood, trusted })
        return { ...wish, receivedAt: null }
      })
      changed()
      return ok(wishOf(row))
    },
    takeBack: (childId, id) => {
      const wish = store.of(childId).find((one) => one.id === id)
      if (wish?.receivedAt !== null) return err(refuse('not-found'))
      store.remove(id)
      changed()
      return ok(undefined)
    },
    marks: () => [...new Set(store.unopened().map(({ staffId }) => staffId))],
    mine: (me) => store.to(me.id).map(noticeOf),
    open: (me, id) => {
      const wish = ofMine(me, id)
      if (!wish) return err(refuse('not-found'))
      if (wish.receivedAt === null) {
        store.receive(id, clock.now().at)
        changed()
      }
      return ok({ mood: store.moodOf(id) })
    },
    talked: (me, id) => {
      if (!ofMine(me, id)) return err(refuse('not-found'))
      store.talk(id, clock.now().at)
      changed()
      return ok(undefined)
    },
    waiting: () => {
      const now = clock.now().at
      const forgotten = store.unopened().filter(({ askedAt }) => isForgotten(askedAt, now))
      return [...Map.groupBy(forgotten, ({ staffId }) => staffId)].map(([staffId, wishes]) => ({
        adultName: store.nameOf(staffId) ?? '',
        count: wishes.length,
      }))
    },
    onChange: (listener) => void listeners.add(listener),
  }
}

const noticeOf = (row: NoticeRow): TalkNotice => ({
  id: row.id,
  childId: row.childId,
  childName: row.childName,
  classLabel: row.classLabel,
  face: {
    animal: row.animal,
    tone: row.tone,
    ...(row.photo !== null && { photo: mediaAddress('photo', row.photo) }),
  },
  askedAt: row.askedAt,
  clockWrong: row.trusted === 0,
  received: row.receivedAt !== null,
})
