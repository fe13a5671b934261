import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { moods, type Mood } from '#contract/feelings.ts'
import type { TalkNotice, TalkPage, TalkWaiting, TalkWish } from '#contract/talks.ts'
import { talkSteps, type TalkStep } from '#contract/feelings.ts'
import { readMeta, writeMeta } from '../db/meta.ts'
import type { Ground } from '../kernel/ground.ts'
import { lived } from '../kernel/lived-time.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import { keyIdOf, type Sealed } from '../keys/seal.ts'
import { mediaAddress } from '../media/address-rules.ts'
import { createTalkStore, type NoticeRow, type Seen, type WishRow } from './store.ts'
import { adultsOffered, grandparentOf, isForgotten, waited, wasShutSince, type Beat } from './talk-rules.ts'

type Answered<T> = Result<T, Refusal>

/** “I want to talk” (C11, D6): a child chooses an adult, that adult alone hears of it, and the child sees that they did. */
export interface TalksService {
  page(childId: string): TalkPage
  /** Refuses `not-found` for whoever is not offered. A wish that nobody has opened yet goes to the new adult. */
  ask(childId: string, adultId: string, mood: Mood | null): Answered<TalkWish>
  takeBack(childId: string, id: string): Answered<void>
  /** Something has become of its wish that the child has not seen: its turn begins with that. */
  hasNews(childId: string): boolean
  /** The wish that nobody has received yet: goodbye says what becomes of it. */
  unheard(childId: string): TalkWish | null
  marks(): readonly string[]
  mine(me: StaffPerson): readonly TalkNotice[]
  open(me: StaffPerson, id: string): Answered<{ readonly mood: Mood | null }>
  talked(me: StaffPerson, id: string): Answered<void>
  waiting(): readonly TalkWaiting[]
  /**
   * Every minute while the room is open, and at its start: what nobody answered goes on by a step (D6). Only open minutes count, so that
   * nobody is passed over who could not have answered; but what lay over a closing goes on at the next opening at once.
   */
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

const seen = ({ step, receivedAt, heardBy, staffId }: WishRow): Seen => ({
  step,
  heardBy: receivedAt === null ? null : (heardBy ?? staffId),
})

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
  /** Undefined until the first tick after the start. */
  let tickedAt: number | undefined

  const present = (): Beat => {
    const { at, trusted } = clock.now()
    return trusted ? at : null
  }
  const keepBeat = (): void => writeMeta(db, 'talk-beat', JSON.stringify(present()))
  const keptBeat = (): Beat | undefined => {
    const kept = readMeta(db, 'talk-beat')
    return kept === undefined ? undefined : kept === 'null' ? null : Number(kept)
  }
  const coordinators = (except: string): readonly StaffPerson[] =>
    people().filter(({ id, role }) => role === 'coordinator' && id !== except)
  const wishOf = ({ id, staffId, receivedAt, step, heardBy }: WishRow): TalkWish => ({
    id,
    adultId: staffId,
    adultName: store.nameOf(staffId) ?? '',
    state: receivedAt === null ? 'sent' : 'received',
    step: stepOf(step),
    toldToo: step > 0 ? coordinators(staffId).map(({ name }) => name) : [],
    toldNext: step > 0 ? [] : coordinators(staffId).map(({ name }) => name),
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
  const isHeard = ({ receivedAt, step, staffId, heardBy }: WishRow, me: StaffPerson): boolean =>
    receivedAt !== null &&
    // What was passed on because nobody came is heard again only by who coordinates.
    (step === 0 || staffId === me.id || coordinators(staffId).some(({ id }) => id === heardBy))
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

  function tick(): void {
    const [now, limit, everybody] = [clock.monotonic(), goesOnAfter(), people()]
    const gap = tickedAt === undefined ? 0 : now - tickedAt
    const wasShut = tickedAt === undefined ? wasShutSince(keptBeat(), present(), limit) : gap > limit
    tickedAt = now
    store.dropOrphans()
    const wishes = store.waiting()
    if (wishes.length === 0) return
    let wentOn = false
    db.transaction(() => {
      keepBeat()
      for (const { id, staffId, step, ms } of wishes) {
        const next = waited({ step, ms }, Math.round(lived(gap, MOST_GAP)), {
          limit,
          hasCoordinator: coordinators(staffId).length > 0,
          left: everybody.every((person) => person.id !== staffId),
          wasShut,
        })
        if (next.step !== step) {
          store.goOn(id, next.step)
          wentOn = true
        } else if (next.ms !== ms) store.keepWait(id, next.ms)
      }
    })
    if (wentOn) changed()
  }

  return {
    page: (childId) => {
      const adults = adultsOffered(people())
      const kin = grandparentOf(family(childId))
      const wish = current(childId, adults)
      // The child looks at it now.
      if (wish) store.see(wish.id, seen(wish))
      return {
        adults,
        atHome: kin && { called: kin.called, relation: kin.relation },
        wish: wish ? wishOf(wish) : null,
        heardToo: store
          .of(childId)
          .flatMap((one) =>
            one.id !== wish?.id && one.receivedAt !== null ? [one.heardBy ?? one.staffId] : [],
          ),
      }
    },
    hasNews: (childId) => {
      const wish = current(childId, adultsOffered(people()))
      if (!wish) return false
      const [known, now] = [store.seenOf(wish.id) ?? { step: 0, heardBy: null }, seen(wish)]
      return known.step !== now.step || known.heardBy !== now.heardBy
    },
    unheard: (childId) => {
      const wish = store.of(childId).find(({ receivedAt }) => receivedAt === null)
      return wish ? wishOf(wish) : null
    },
    ask: (childId, adultId, mood) => {
      const adults = adultsOffered(people())
      if (!adults.some(({ id }) => id === adultId)) return err(refuse('not-found'))
      // An opening that no tick has come to yet is over before this wish begins to wait.
      tick()
      const row = store.transaction((): WishRow => {
        keepBeat()
        // One that an adult who left has not opened goes to the new one, too: it would wait for nobody.
        const before =
          store.of(childId).find(({ receivedAt }) => receivedAt === null) ?? current(childId, adults)
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
      ...new Set([
        ...store.unopened().map(({ staffId }) => staffId),
        ...[...store.unopened(), ...store.passedOnOpened()].flatMap((wish) =>
          wish.step > 0
            ? coordinators(wish.staffId).flatMap((one) => (isHeard(wish, one) ? [] : [one.id]))
            : [],
        ),
      ]),
    ],
    mine: (me) =>
      seenBy(me).map((row) =>
        noticeOf(row, isHeard(row, me), row.staffId === me.id ? null : (store.nameOf(row.staffId) ?? '')),
      ),
    open: (me, id) => {
      const wish = ofMine(me, id)
      if (!wish) return err(refuse('not-found'))
      const isMine = wish.staffId === me.id
      if (!isHeard(wish, me)) {
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
    tick,
    onChange: (listener) => void listeners.add(listener),
  }
}

const noticeOf = (row: NoticeRow, received: boolean, passedOnFrom: string | null): TalkNotice => ({
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
  received,
  hasLeft: row.hasLeft !== 0,
  passedOnFrom,
  step: stepOf(row.step),
})
