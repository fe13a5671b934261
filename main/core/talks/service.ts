import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { moods, type Mood } from '#contract/feelings.ts'
import type { TalkNotice, TalkPage, TalkWaiting, TalkWish } from '#contract/talks.ts'
import { talkSteps, type TalkStep } from '#contract/feelings.ts'
import { writeMeta } from '../db/meta.ts'
import type { Ground } from '../kernel/ground.ts'
import { lived } from '../kernel/lived-time.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import { keyIdOf, type Sealed } from '../keys/seal.ts'
import { mediaAddress } from '../media/address-rules.ts'
import { createTalkStore, type NoticeRow, type WishRow } from './store.ts'
import { adultsOffered, grandparentOf, isForgotten, waited } from './talk-rules.ts'

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
  /** Every minute while the room is open, and at its start: what nobody answered goes on by a step (D6). */
  tick(): void
  onChange(listener: () => void): void
}

export interface TalksParts {
  readonly people: () => readonly StaffPerson[]
  readonly family: (childId: string) => readonly { readonly called: string; readonly relation: string }[]
  readonly keys: ChildKeys
  /** After how long unanswered a wish goes on, ms of an open room. */
  readonly goesOnAfter: () => number
}

/** Ticks come every minute; over a closed lid no time passes for a wish: nobody could have answered it. */
const MOST_GAP = 150_000

const placeOf = (wishId: string, staffId: string): string => `talk-mood/${wishId}/${staffId}`
const stepOf = (step: number): TalkStep => talkSteps[step] ?? 'chosen'
const isMood = (text: string | undefined): text is Mood =>
  (moods as readonly (string | undefined)[]).includes(text)

export function createTalksService(
  ground: Ground,
  { people, family, keys, goesOnAfter }: TalksParts,
): TalksService {
  const { db, clock, newId } = ground
  const store = createTalkStore(db)
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const sealMood = (childId: string, wishId: string, staffId: string, mood: Mood | null): Sealed | null => {
    if (mood === null) return null
    const ring = keys.ringOf(childId)
    return ring.seal(ring.own(), placeOf(wishId, staffId), mood)
  }
  sealPlainMoods()
  let tickedAt = clock.monotonic()

  const coordinators = (except: string): readonly StaffPerson[] =>
    people().filter(({ id, role }) => role === 'coordinator' && id !== except)
  const wishOf = ({ id, staffId, receivedAt, step, heardBy }: WishRow): TalkWish => ({
    id,
    adultId: staffId,
    adultName: store.nameOf(staffId) ?? '',
    state: receivedAt === null ? 'sent' : 'received',
    step: stepOf(step),
    toldToo: step > 0 ? coordinators(staffId).map(({ name }) => name) : [],
    heardBy: receivedAt === null ? null : (store.nameOf(heardBy ?? staffId) ?? ''),
  })
  /** Mine, or passed on to me. */
  const seenBy = (me: StaffPerson): readonly NoticeRow[] => [
    ...store.to(me.id),
    ...(me.role === 'coordinator' ? store.passedOn(me.id) : []),
  ]
  /** Of an adult who left nobody hears any more, unless it was passed on: the child may choose anew. */
  const current = (childId: string, offered: readonly { readonly id: string }[]): WishRow | undefined =>
    store.of(childId).find(({ staffId, step }) => step > 0 || offered.some(({ id }) => id === staffId))
  const ofMine = (me: StaffPerson, id: string): NoticeRow | undefined =>
    seenBy(me).find((wish) => wish.id === id)

  /** Before version 26 of the database a feeling lay readable in it: sealed where it lies; backups go as those with plain pages did. */
  function sealPlainMoods(): void {
    const plain = store.moods().filter(({ mood }) => keyIdOf(mood) === undefined)
    if (plain.length === 0) return
    db.transaction(() => {
      writeMeta(db, 'plain-backups', '1')
      for (const { wishId, mood, childId, staffId } of plain) {
        const isWished = childId !== null && staffId !== null && isMood(mood)
        store.keepMood(wishId, isWished ? sealMood(childId, wishId, staffId, mood) : null)
      }
    })
    db.emptyJournal()
    keys.forget()
  }

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
          const anew = before.staffId !== adultId
          store.change(before.id, {
            staffId: adultId,
            mood: sealMood(childId, before.id, adultId, mood),
            anew,
          })
          return { ...before, staffId: adultId, ...(anew && { step: 0 }) }
        }
        // Another tap on the one who has heard already changes nothing.
        if (before?.staffId === adultId) return before
        const { at: askedAt, trusted } = clock.now()
        const wish = { id: newId(), childId, staffId: adultId, askedAt }
        store.add({ ...wish, mood: sealMood(childId, wish.id, adultId, mood), trusted })
        return { ...wish, receivedAt: null, step: 0, heardBy: null }
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
    marks: () => [
      ...new Set(
        store
          .unopened()
          .flatMap(({ staffId, step }) => [
            staffId,
            ...(step > 0 ? coordinators(staffId).map(({ id }) => id) : []),
          ]),
      ),
    ],
    mine: (me) =>
      seenBy(me).map((row) =>
        noticeOf(row, row.staffId === me.id ? null : (store.nameOf(row.staffId) ?? '')),
      ),
    open: (me, id) => {
      const wish = ofMine(me, id)
      if (!wish) return err(refuse('not-found'))
      const isMine = wish.staffId === me.id
      if (wish.receivedAt === null) {
        store.receive(id, clock.now().at, isMine ? null : me.id)
        changed()
      }
      // How the child feels was told to one adult by name; it does not pass on with the wish.
      const sealed = isMine ? store.moodOf(id) : undefined
      const mood =
        sealed === undefined ? undefined : keys.ringOf(wish.childId).open(placeOf(id, me.id), sealed)
      keys.forget()
      return ok({ mood: isMood(mood) ? mood : null })
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
    tick: () => {
      const now = clock.monotonic()
      const passed = lived(now - tickedAt, MOST_GAP)
      tickedAt = now
      store.dropOrphans()
      const wishes = store.waiting()
      if (wishes.length === 0) return
      const [everybody, limit] = [people(), goesOnAfter()]
      let wentOn = false
      db.transaction(() => {
        for (const { id, staffId, step, ms } of wishes) {
          const next = waited({ step, ms }, passed, {
            limit,
            hasCoordinator: coordinators(staffId).length > 0,
            left: everybody.every((person) => person.id !== staffId),
          })
          if (next.step !== step) {
            store.goOn(id, next.step)
            wentOn = true
          } else if (next.ms !== ms) store.keepWait(id, next.ms)
        }
      })
      if (wentOn) changed()
    },
    onChange: (listener) => void listeners.add(listener),
  }
}

const noticeOf = (row: NoticeRow, passedOnFrom: string | null): TalkNotice => ({
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
  passedOnFrom,
  step: stepOf(row.step),
})
