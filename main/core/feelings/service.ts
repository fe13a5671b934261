import type { Mood } from '#contract/feelings.ts'
import type { FeelingTold, FeelingsPage } from '#contract/feelings-told.ts'
import { moods } from '#contract/feelings.ts'
import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { faceOf } from '../children/face-of.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { adultsOffered } from '../talks/talk-rules.ts'
import {
  isRested,
  listenerOf,
  LONG_REST,
  restedSince,
  SHORT_REST,
  wouldBeHeard,
  type Asked,
} from './feeling-rules.ts'
import { createFeelingStore, type FeelingRow } from './store.ts'

type Answered<T> = Result<T, Refusal>

/**
 * How a child feels (D4). It is kept for one adult whom the child chose and for nobody else: sealed by the child's key, the
 * last one only, shown as a sentence on its day, gone after it. Without an adult nothing is kept.
 */
export interface FeelingsService {
  page(childId: string): FeelingsPage
  /** Whether the door asks at the beginning of this turn; it has asked then. */
  asksAtDoor(childId: string): boolean
  /** The child would rather not say. It is known until the rest is over, also after a crash. */
  skip(childId: string): void
  /** `null`: nobody. Refuses `not-found` for whoever is not offered. What another adult was told is forgotten. */
  choose(childId: string, adultId: string | null): Answered<FeelingsPage>
  tell(childId: string, mood: Mood): Answered<{ readonly kept: boolean }>
  told(me: StaffPerson): readonly FeelingTold[]
  /** Forgets what its day, its adult or its child's choice does not hold any more: at the start, hourly, and when staff change. */
  sweep(): void
  onChange(listener: () => void): () => void
}

export interface FeelingsParts {
  readonly people: () => readonly StaffPerson[]
  readonly keys: ChildKeys
}

/** The record opens for this adult's row only: given to another one it does not open. */
const placeOf = ({ id, staffId }: Pick<FeelingRow, 'id' | 'staffId'>): string => `feeling/${id}/${staffId}`
const isMood = (text: string | undefined): text is Mood =>
  (moods as readonly (string | undefined)[]).includes(text)

export function createFeelingsService(ground: Ground, { people, keys }: FeelingsParts): FeelingsService {
  const { db, clock, newId, zoneOffset } = ground
  const store = createFeelingStore(db)
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const dayOf = (at: number): string => localDay(at, zoneOffset(at))
  const started = { ...clock.now(), monotonic: clock.monotonic() }
  const asked = new Map<string, Asked>(
    store.asked().map(({ childId, at, trusted, skipped }) => {
      const rested = restedSince({ at, trusted: trusted === 1 }, started)
      return [childId, { at: started.monotonic - rested, skipped: skipped === 1 }]
    }),
  )
  const wasAsked = (childId: string, skipped: boolean): void => {
    asked.set(childId, { at: clock.monotonic(), skipped })
    const { at, trusted } = clock.now()
    store.keepAsked(childId, at, trusted, skipped)
  }
  const forgetAsked = (): void => {
    for (const [childId, before] of asked) {
      if (!isRested(before, clock.monotonic(), LONG_REST)) continue
      asked.delete(childId)
      store.dropAsked(childId)
    }
  }
  const mayAsk = (childId: string, rest: number): boolean =>
    isRested(asked.get(childId), clock.monotonic(), rest)
  const page = (childId: string): FeelingsPage => {
    const adults = adultsOffered(people())
    const who = { listener: listenerOf(store.choiceOf(childId), adults), adults }
    return { ...who, mayAsk: wouldBeHeard(who) && mayAsk(childId, SHORT_REST) }
  }

  return {
    page,
    asksAtDoor: (childId) => {
      if (!wouldBeHeard(page(childId)) || !mayAsk(childId, LONG_REST)) return false
      wasAsked(childId, false)
      return true
    },
    skip: (childId) => wasAsked(childId, true),
    choose: (childId, adultId) => {
      if (adultId !== null && !adultsOffered(people()).some(({ id }) => id === adultId))
        return err(refuse('not-found'))
      store.transaction(() => {
        if (store.choiceOf(childId) !== adultId) store.forget(childId)
        store.choose(childId, adultId)
      })
      changed()
      return ok(page(childId))
    },
    tell: (childId, mood) => {
      wasAsked(childId, false)
      const { listener } = page(childId)
      if (listener.kind !== 'adult') return ok({ kept: false })
      const { at, trusted } = clock.now()
      const row = { id: newId(), childId, staffId: listener.adult.id, at, trusted, day: dayOf(at) }
      db.transaction(() => {
        const ring = keys.ringOf(childId)
        store.keep({ ...row, sealed: ring.seal(ring.own(), placeOf(row), mood) })
      })
      changed()
      return ok({ kept: true })
    },
    told: (me) => {
      const told = store.to(me.id, dayOf(clock.now().at)).flatMap((row): FeelingTold[] => {
        // A key that does not open here, or a record that was moved: there is nothing to show.
        const mood = keys.ringOf(row.childId).open(placeOf(row), row.sealed)
        return isMood(mood)
          ? [{ childId: row.childId, childName: row.childName, face: faceOf(row), mood }]
          : []
      })
      // Nobody's turn needs them: a child who sits here has its key opened anew.
      keys.forget()
      return told
    },
    sweep: () => {
      forgetAsked()
      const adults = adultsOffered(people())
      // The day is over where that is certain: what was told under a wrong date is not lost by a first look at the clock.
      const certain = clock.certain()
      const gone = store.all().filter(({ childId, staffId, day }) => {
        const listener = listenerOf(store.choiceOf(childId), adults)
        return (
          !store.isHere(childId) ||
          listener.kind !== 'adult' ||
          listener.adult.id !== staffId ||
          day < dayOf(certain)
        )
      })
      if (gone.length === 0) return
      store.transaction(() => {
        for (const { id } of gone) store.drop(id)
      })
      changed()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
