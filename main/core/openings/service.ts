import type { DiaryPage } from '#contract/diary.ts'
import type {
  OpeningAdult,
  OpeningConfirmed,
  OpeningDay,
  OpeningEnd,
  OpeningLook,
  OpeningMinutes,
  OpeningNow,
  OpeningReason,
  ReportTarget,
  Told,
} from '#contract/openings.ts'
import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { DiaryService } from '../diary/service.ts'
import type { Viewer } from '../diary/readers.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { mayHold, mayOpenTogether } from '../keys/escrow-rules.ts'
import type { Escrow, OpenedChild } from '../keys/escrow.ts'
import type { StaffService } from '../staff/service.ts'
import { LEAST_WORDS } from '#contract/opening-reasons.ts'
import { adultsOffered } from '../talks/talk-rules.ts'
import { createBothPins } from './both-pins.ts'
import type { Anchor, AnchorKeeper } from './chain.ts'
import { whoListens } from './opening-rules.ts'
import { createRecord, type OpeningRecord } from './record.ts'
import * as store from './store.ts'

type Answered<T> = Result<T, Refusal>

export interface OpeningWish {
  readonly childId: string
  readonly from: string
  readonly to: string
  readonly reason: OpeningReason
  readonly words: string
  readonly minutes: OpeningMinutes
}

/**
 * Opening a child's diary in an emergency (D5): two grown-ups with a right role type their PINs at one seat, and what they hold
 * together in the escrow opens one child's pages of one stretch of days, for reading alone, for a set time. Written down for good
 * before it opens; the child hears of it at its next sign-in.
 */
export interface OpeningsService {
  look(me: StaffPerson): OpeningLook
  days(childId: string): readonly OpeningDay[]
  /** Refuses `not-allowed`, `no-escrow-key`, and as signing in does. */
  confirm(me: StaffPerson, id: string, pin: string): Promise<Answered<OpeningConfirmed>>
  cancel(): void
  /** Refuses `two-needed`, `not-allowed`, `no-escrow-key`, `not-found`, `nothing-to-open`, `diary-closed`, `bad-input`. */
  open(me: StaffPerson, wish: OpeningWish): Answered<OpeningNow>
  now(me: StaffPerson): OpeningNow | null
  page(me: StaffPerson, page: string): Answered<DiaryPage>
  close(how: OpeningEnd): void
  /** Refuses `not-found`. */
  report(
    me: StaffPerson,
    what: { readonly id: string; readonly to: ReportTarget; readonly said: string },
  ): Answered<void>
  /** For `readers`: the keys by which this viewer reads this page now, because it stands open. */
  ringFor(page: { readonly page: string; readonly childId: string }, viewer: Viewer): OpenedChild | undefined
  isOpen(): boolean
  /** Every few seconds: closes what is over. */
  tick(): void
  readonly record: Pick<OpeningRecord, 'check' | 'entries'>
  untold(childId: string): readonly Told[]
  isUntold(childId: string): boolean
  /** Refuses `not-found` for another child's. */
  heard(childId: string, id: string): Answered<void>
  ofMine(childId: string): readonly Told[]
  /** Something opened, closed or was heard of. */
  onChange(listener: () => void): void
}

export interface OpeningsParts {
  readonly escrow: Pick<Escrow, 'stateOf' | 'isPair' | 'unlock' | 'open'>
  readonly staff: Pick<StaffService, 'checkPin' | 'people' | 'signedIn'>
  /** Reads a page by keys that are handed in. */
  readonly read: DiaryService['read']
  readonly anchor: AnchorKeeper
  /** Where the record was when each backup was made. */
  readonly inBackups: () => readonly Anchor[]
  /** A child has heard of one. */
  readonly onHeard: (childId: string) => void
}

interface Open {
  readonly me: string
  readonly ring: OpenedChild
  readonly pages: ReadonlySet<string>
  /** Monotonic ms. */
  readonly endsAt: number
  readonly now: Omit<OpeningNow, 'leftMs' | 'reports'>
  readonly opening: string
  readonly timer: NodeJS.Timeout
}

export function createOpeningsService(ground: Ground, parts: OpeningsParts): OpeningsService {
  const { db, clock, log } = ground
  const { escrow, staff } = parts
  const record = createRecord(ground, parts.anchor, parts.inBackups)
  const pins = createBothPins(clock)
  const listeners = new Set<() => void>()
  let open: Open | undefined

  const changed = (): void => {
    for (const listener of listeners) listener()
  }

  const close = (how: OpeningEnd): void => {
    pins.forget()
    const last = open
    if (!last) return
    open = undefined
    clearTimeout(last.timer)
    last.ring.forget()
    try {
      record.closed(last.opening, how)
    } catch (error) {
      // It is closed all the same; the next start writes that the end is not known.
      log.warn('The end of an opening is not written down', { error })
    }
    changed()
  }
  const current = (): Open | undefined => {
    if (open && clock.monotonic() >= open.endsAt) close('time')
    return open
  }

  // What a cut left without an end.
  try {
    for (const opening of record.unended()) record.closed(opening, 'cut')
  } catch (error) {
    log.warn('The end of an opening is not written down', { error })
  }
  staff.signedIn.onChange((person) => {
    if (open && person?.id === open.me) return
    if (!person || open) close('left')
    else pins.forget()
  })

  const adultOf = (person: StaffPerson): OpeningAdult => ({ ...person, key: escrow.stateOf(person) })

  const nowOf = ({ now, endsAt }: Open): OpeningNow => ({
    ...now,
    reports: record.reportsOf(now.id),
    leftMs: Math.max(0, Math.round(endsAt - clock.monotonic())),
  })

  const toldOf = ({ id }: store.ToldRow): Told[] => {
    const entry = record.entryOf(id)
    if (!entry) return []
    const { at, trusted, adults, reason, from, to, pages } = entry
    const looked = adults.map((each) => each.id)
    return [
      {
        id,
        at,
        clockWrong: !trusted,
        adults: adults.map(({ name }) => name),
        reason,
        from,
        to,
        pages: pages.length,
        ask: whoListens(adultsOffered(staff.people()), looked),
      },
    ]
  }

  const untold = (childId: string): readonly Told[] =>
    store.isUntold(db, childId)
      ? store
          .toldTo(db, childId)
          .filter(({ toldAt }) => toldAt === null)
          .flatMap(toldOf)
      : []

  return {
    record,
    look: (me) => {
      const others = staff
        .people()
        .filter((other) => mayOpenTogether(me, other))
        .map(adultOf)
      return {
        me: adultOf(me),
        partners: others.filter(({ id }) => escrow.isPair(me.id, id)),
        waiting: others.filter(({ id }) => !escrow.isPair(me.id, id)),
        confirmed: pins.look(),
      }
    },
    days: (childId) => store.daysOf(db, childId),
    confirm: async (me, id, pin) => {
      const person = staff.people().find((each) => each.id === id)
      if (!person || !mayHold(person.role)) return err(refuse('not-allowed'))
      const tried = await staff.checkPin(id, pin)
      if (!tried.ok) return tried
      const holder = escrow.stateOf(person) === 'ready' ? await escrow.unlock(id, pin) : undefined
      if (!holder) return err(refuse('no-escrow-key'))
      // Locked while it was checked: nobody waits at the seat any more.
      if (staff.signedIn.current()?.id !== me.id) {
        holder.forget()
        return err(refuse('signed-out'))
      }
      pins.add(holder)
      return ok(pins.look())
    },
    cancel: () => pins.forget(),
    open: (me, { childId, from, to, reason, words, minutes }) => {
      if (Array.from(words.trim()).length < LEAST_WORDS) return err(refuse('bad-input'))
      const both = pins.both()
      const adults = both?.map(({ staffId }) => staff.people().find(({ id }) => id === staffId))
      const [one, other] = adults ?? []
      if (!both || !one || !other) return err(refuse('two-needed'))
      if (!mayOpenTogether(one, other) || (one.id !== me.id && other.id !== me.id))
        return err(refuse('not-allowed'))
      const childName = store.childName(db, childId)
      if (childName === undefined) return err(refuse('not-found'))
      const pages = store.pagesBetween(db, childId, from, to)
      if (pages.length === 0) return err(refuse('nothing-to-open'))
      const ring = escrow.open(both[0], both[1], childId)
      if (!ring) return err(refuse('no-escrow-key'))
      if (!pages.some(({ keyId }) => ring.opens(keyId))) {
        ring.forget()
        return err(refuse('diary-closed'))
      }
      close('by-hand')
      let entry
      try {
        entry = record.opened({
          child: childId,
          adults: [named(one), named(other)],
          reason,
          says: words.trim(),
          from,
          to,
          pages: pages.map(({ id }) => id),
          minutes,
        })
      } catch (error) {
        // What cannot be written down does not happen.
        ring.forget()
        throw error
      }
      const lengthMs = minutes * 60_000
      const timer = setTimeout(() => close('time'), lengthMs)
      timer.unref()
      open = {
        me: me.id,
        ring,
        pages: new Set(pages.map(({ id }) => id)),
        endsAt: clock.monotonic() + lengthMs,
        opening: entry.opening,
        timer,
        now: {
          id: entry.opening,
          number: entry.number,
          childId,
          childName,
          adults: [one.name, other.name],
          reason,
          at: entry.at,
          lengthMs,
          pages: pages.map(({ id, day, trusted }) => ({ id, day, clockWrong: trusted === 0 })),
        },
      }
      changed()
      return ok(nowOf(open))
    },
    now: (me) => {
      const now = current()
      return now?.me === me.id ? nowOf(now) : null
    },
    page: (me, page) => {
      const now = current()
      return now?.me === me.id && now.pages.has(page)
        ? parts.read(now.ring.childId, page, now.ring)
        : err(refuse('not-found'))
    },
    close,
    report: ({ id, name }, { id: opening, to, said }) => {
      if (!record.entryOf(opening)) return err(refuse('not-found'))
      record.reported(opening, { to, said, by: { id, name } })
      changed()
      return ok(undefined)
    },
    ringFor: ({ page, childId }, { window, person }) => {
      const now = current()
      const stands =
        window === 'staff' && now?.me === person?.id && now?.ring.childId === childId && now.pages.has(page)
      return stands ? now.ring : undefined
    },
    isOpen: () => current() !== undefined,
    tick: () => void current(),
    untold,
    // A row whose entry somebody took away tells nothing, and keeps no child from its home.
    isUntold: (childId) => untold(childId).length > 0,
    heard: (childId, id) => {
      const row = store.toldOf(db, id)
      if (row?.childId !== childId) return err(refuse('not-found'))
      if (row.toldAt === null) {
        store.setTold(db, id, clock.now().at)
        parts.onHeard(childId)
        changed()
      }
      return ok(undefined)
    },
    ofMine: (childId) => store.toldTo(db, childId).toReversed().flatMap(toldOf),
    onChange: (listener) => void listeners.add(listener),
  }
}

const named = ({ id, name }: StaffPerson) => ({ id, name })
