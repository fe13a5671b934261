import type { AskNotice, ChildSettings, Known, MePage, MyAsk } from '#contract/me.ts'
import type { AskAbout } from '#contract/me-choices.ts'
import type { Animal, StaffPerson, Tone } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Settings } from '#contract/room.ts'
import type { Purpose } from '#contract/wire.ts'
import type { Audit } from '../audit/audit.ts'
import { faceOf } from '../children/face-of.ts'
import { keepChildSettings } from '../children/settings.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { turnsOn } from '../sessions/store.ts'
import { dueDay, keeperOf } from './ask-rules.ts'
import { lookedLines, placesOf } from './known-rules.ts'
import * as store from './store.ts'

type Answered<T> = Result<T, Refusal>

/** A child's own place (D7): how its screen is, what the room knows of it, who looked, and whom to ask. */
export interface MeService {
  page(childId: string): MePage
  setSettings(childId: string, settings: ChildSettings): Answered<void>
  setFace(childId: string, face: { readonly animal: Animal; readonly tone: Tone }): Answered<void>
  known(childId: string): Answered<Known>
  ask(childId: string, about: AskAbout): Answered<MyAsk>
  asks(me: StaffPerson): readonly AskNotice[]
  answered(me: StaffPerson, childId: string, id: string): Answered<void>
  /** Told when a question was asked or answered; the answer ends it. */
  onChange(listener: () => void): () => void
}

export interface MeParts {
  readonly audit: Pick<Audit, 'actsAbout'>
  readonly people: () => readonly StaffPerson[]
  readonly settings: () => Pick<Settings, 'turnsADay' | 'sessionMinutes'>
  readonly setAvatar: (
    childId: string,
    avatar: { readonly animal: Animal; readonly tone: Tone },
  ) => Answered<void>
  /** What stands on the child's card; null for one who is not (any more) in the room. */
  readonly card: (childId: string) => { readonly hasPhoto: boolean; readonly hasClass: boolean } | null
  /** One for each of the family, with what a guardian agreed to and holds today. */
  readonly family: (childId: string) => readonly { readonly agreed: readonly Purpose[] }[]
  readonly hasListener: (childId: string) => boolean
  /** The screen of a turn under way changes at once. */
  readonly onLook: (childId: string) => void
}

/** Acts that are read for the list of who looked, and lines of it that a child gets. */
const ACTS = 600
const LINES = 60
/** Questions that a child sees of its own. */
const ASKS = 6

export function createMeService(ground: Ground, parts: MeParts): MeService {
  const { db, clock, newId, zoneOffset } = ground
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const dayOf = (at: number): string => localDay(at, zoneOffset(at))
  const myAsk = ({ id, about, staffId, due, doneAt }: store.AskRow): MyAsk => ({
    id,
    about,
    adultName: store.staffName(db, staffId),
    due,
    done: doneAt !== null,
  })
  /** Of one who left the next one answers. */
  const staysWith = (me: StaffPerson, { staffId }: store.AskRow): boolean => {
    const people = parts.people()
    const hasLeft = people.every(({ id }) => id !== staffId)
    return staffId === me.id || me.role === 'coordinator' || (hasLeft && keeperOf(people)?.id === me.id)
  }

  return {
    page: (childId) => {
      const { turnsADay, sessionMinutes } = parts.settings()
      const turns = turnsOn(db, childId, dayOf(clock.now().at))
      return { turnsLeft: turnsADay === 0 ? null : Math.max(0, turnsADay - turns), minutes: sessionMinutes }
    },
    setSettings: (childId, settings) => {
      if (!parts.card(childId)) return err(refuse('not-found'))
      keepChildSettings(db, childId, settings)
      parts.onLook(childId)
      return ok(undefined)
    },
    setFace: (childId, face) => {
      const set = parts.setAvatar(childId, face)
      if (set.ok) parts.onLook(childId)
      return set
    },
    known: (childId) => {
      const card = parts.card(childId)
      if (!card) return err(refuse('not-found'))
      const people = parts.people()
      const family = parts.family(childId)
      return ok({
        ...placesOf({
          ...card,
          agreed: new Set(family.flatMap(({ agreed }) => agreed)),
          hasFamily: family.length > 0,
          hasListener: parts.hasListener(childId),
        }),
        adults: people
          .filter(({ role }) => role === 'coordinator' || role === 'teacher' || role === 'social-worker')
          .map(({ name }) => name),
        keeper: keeperOf(people)?.name ?? null,
        looked: lookedLines(parts.audit.actsAbout(childId, ACTS), dayOf, LINES),
        asks: store.asksOf(db, childId, ASKS).map(myAsk),
      })
    },
    ask: (childId, about) => {
      const keeper = keeperOf(parts.people())
      if (!keeper || !parts.card(childId)) return err(refuse('not-found'))
      const open = store.asksOf(db, childId, ASKS).find((one) => one.about === about && one.doneAt === null)
      if (open) return ok(myAsk(open))
      const { at, trusted } = clock.now()
      const ask = {
        id: newId(),
        childId,
        staffId: keeper.id,
        about,
        askedAt: at,
        trusted,
        due: dueDay(dayOf(at)),
      }
      store.addAsk(db, ask)
      changed()
      return ok(myAsk({ ...ask, doneAt: null }))
    },
    asks: (me) => {
      const today = dayOf(clock.now().at)
      return store
        .openAsks(db)
        .filter((row) => staysWith(me, row))
        .map((row) => ({
          id: row.id,
          childId: row.childId,
          childName: row.childName,
          classLabel: row.classLabel,
          face: faceOf(row),
          about: row.about,
          due: row.due,
          overdue: row.due < today,
        }))
    },
    answered: (me, childId, id) => {
      const row = store.openAsks(db).find((one) => one.id === id && one.childId === childId)
      if (!row || !staysWith(me, row)) return err(refuse('not-found'))
      store.closeAsk(db, id, clock.now().at, me.id)
      changed()
      return ok(undefined)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
