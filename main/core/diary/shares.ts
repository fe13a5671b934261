import type { DiaryPage } from '#contract/diary.ts'
import type { StaffPerson } from '#contract/people.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Given, PageForMe, Receiver, Receivers } from '#contract/shares.ts'
import { faceOf } from '../children/face-of.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import type { PageFile, PagePart, PagePost } from '../messages/page-post.ts'
import { adultsOffered } from '../talks/talk-rules.ts'
import type { Readers } from './readers.ts'
import type { DiaryService } from './service.ts'
import * as store from './shares-store.ts'

type Answered<T> = Result<T, Refusal>

/** To whom a child gives a page; the family with a picture of each sheet. */
export type GiveTo =
  | { readonly circle: 'family'; readonly id: string; readonly pictures: readonly Uint8Array[] }
  | { readonly circle: 'adult'; readonly id: string }
  | { readonly circle: 'basket' }

/**
 * Giving a page and taking it back (D2): the child's act alone, to one at a time. The family gets a picture of the page as it was
 * then; an adult of the room sees the page itself, as it is, for as long as it is given; in the basket it waits for the next call.
 */
export interface SharesService {
  receivers(childId: string, page: string): Answered<Receivers>
  give(childId: string, page: string, to: GiveTo): Promise<Answered<Given>>
  takeBack(childId: string, page: string): Promise<Answered<{ readonly seen: boolean }>>
  /** What is given of a child's pages, by page. */
  givenOf(childId: string): ReadonlyMap<string, Given>
  withMe(me: StaffPerson): readonly PageForMe[]
  look(me: StaffPerson, page: string): Answered<DiaryPage>
  /** Ends what nobody may have any more: consent is gone, a child left or was merged. After each change of children and family. */
  endLost(): Promise<void>
  /** Somebody of the family may have seen a page of this child. */
  noteSeen(childId: string): void
  onChange(listener: () => void): void
}

export interface SharesParts {
  readonly readers: Readers
  readonly diary: Pick<DiaryService, 'open'>
  readonly keys: Pick<ChildKeys, 'forget'>
  readonly post: PagePost
  readonly contacts: Pick<ContactsService, 'may' | 'reachable'>
  readonly people: () => readonly StaffPerson[]
  readonly away: () => boolean
  /** A voice of a page as a phone plays it; undefined where it cannot be read. */
  readonly voice: (media: string) => Promise<Uint8Array | undefined>
}

export function createSharesService(ground: Ground, parts: SharesParts): SharesService {
  const { db, clock, newId } = ground
  const { readers, diary, keys, post, contacts, people } = parts
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const isOwn = (childId: string, page: string): boolean =>
    readers.mayRead(page, { window: 'pupil', childId }) !== undefined

  const familyOf = (childId: string): Receivers['family'] =>
    contacts
      .reachable(childId)
      .filter(({ messages }) => messages)
      .map(({ contactId: id, called, relation, city, photo }) => ({
        circle: 'family',
        id,
        called,
        relation,
        city,
        ...(photo !== undefined && { photo }),
      }))
  const adults = (): Receivers['adults'] =>
    adultsOffered(people()).map(({ id, name, role }) => ({ circle: 'adult', id, name, role }))

  const receiverOf = (row: store.ShareRow, family: Receivers['family']): Receiver | undefined => {
    if (row.circle === 'basket') return { circle: 'basket' }
    if (row.circle === 'family') return family.find(({ id }) => id === row.contactId)
    return store.standsWithAdult(db, row) ? adults().find(({ id }) => id === row.staffId) : undefined
  }
  const givenBy = (row: store.ShareRow | undefined, family: Receivers['family']): Given | null => {
    const to = row && receiverOf(row, family)
    if (!row || !to) return null
    const way = to.circle === 'family' ? post.look(idsOf(row)) : null
    return {
      to,
      way: way && (way.waiting ? 'waiting' : 'arrived'),
      seen: row.lookedAt !== null || way?.seen === true,
    }
  }
  /** Voices that lie on the page, in the form that phones play; one that cannot be read stays behind. */
  const voicesOn = async (childId: string, page: string): Promise<readonly PagePart[]> => {
    const opened = diary.open(childId, page)
    if (!opened.ok) return []
    const found: PagePart[] = []
    for (const { marks } of opened.value.sheets)
      for (const mark of marks) {
        if (mark.kind !== 'item' || mark.thing.kind !== 'voice') continue
        const bytes = await parts.voice(mark.thing.media)
        if (bytes) found.push({ kind: 'voice', bytes, lengthMs: mark.thing.seconds * 1000 })
      }
    return found
  }
  const end = async (childId: string, page: string): Promise<void> => {
    const standing = store.openSharesOf(db, childId, page)
    db.transaction(() => store.endShares(db, childId, page, clock.now().at))
    await post.takeBack(standing.flatMap(({ messages }) => JSON.parse(messages) as string[]))
  }

  return {
    receivers: (childId, page) => {
      if (!isOwn(childId, page)) return err(refuse('not-found'))
      const family = familyOf(childId)
      const given = givenBy(store.shareOfPage(db, page), family)
      return ok({ family, adults: adults(), given, away: parts.away() })
    },

    give: async (childId, page, to) => {
      if (!isOwn(childId, page)) return err(refuse('not-found'))
      const staffId = to.circle === 'adult' ? to.id : null
      if (staffId !== null && !adults().some(({ id }) => id === staffId)) return err(refuse('not-found'))
      let files: readonly PageFile[] = []
      if (to.circle === 'family') {
        if (!contacts.may({ childId, contactId: to.id }, 'messages')) return err(refuse('no-consent'))
        const pictures = to.pictures.map((bytes) => ({ kind: 'drawing', bytes, lengthMs: 0 }) as const)
        const prepared = await post.prepare(childId, [...pictures, ...(await voicesOn(childId, page))])
        if (!prepared.ok) return prepared
        files = prepared.value
        // A guardian may have said no while the disk was busy.
        if (!contacts.may({ childId, contactId: to.id }, 'messages')) return err(refuse('no-consent'))
      }
      await end(childId, page)
      const id = newId()
      const contactId = to.circle === 'family' ? to.id : null
      db.transaction(() => {
        const share = { id, childId, page, circle: to.circle, contactId, staffId }
        store.addShare(db, { ...share, messages: files.map((file) => file.id) }, clock.now())
        if (contactId !== null) post.write({ childId, contactId, shareId: id }, files)
      })
      post.soon()
      changed()
      const given = givenBy(store.shareOfPage(db, page), familyOf(childId))
      return given ? ok(given) : err(refuse('not-found'))
    },

    takeBack: async (childId, page) => {
      if (!isOwn(childId, page)) return err(refuse('not-found'))
      const seen = givenBy(store.shareOfPage(db, page), familyOf(childId))?.seen === true
      await end(childId, page)
      post.soon()
      changed()
      return ok({ seen })
    },

    givenOf: (childId) => {
      const family = familyOf(childId)
      return new Map(
        [...store.sharesOf(db, childId)].flatMap(([page, row]) => {
          const given = givenBy(row, family)
          return given ? [[page, given] as const] : []
        }),
      )
    },

    withMe: (me) =>
      store.sharesWith(db, me.id).map((row) => ({
        page: row.page,
        childId: row.childId,
        childName: row.childName,
        classLabel: row.classLabel,
        face: faceOf(row),
        givenAt: row.givenAt,
        clockWrong: row.trusted === 0,
        looked: row.lookedAt !== null,
      })),

    look: (me, page) => {
      const owner = readers.mayRead(page, { window: 'staff', person: me })
      const share = store.shareOfPage(db, page)
      if (owner?.by !== 'given' || !share) return err(refuse('not-found'))
      const opened = diary.open(owner.childId, page)
      // No turn will end that the key is forgotten with.
      keys.forget()
      if (opened.ok && share.lookedAt === null) {
        store.noteLook(db, share.id, clock.now())
        changed()
      }
      // Steps back and forth are the child's.
      return opened.ok ? ok({ ...opened.value, mayUndo: false, mayRedo: false }) : opened
    },

    endLost: async () => {
      const lost = store
        .openShares(db)
        .filter(
          ({ id, page, childId, contactId }) =>
            store.shareOfPage(db, page)?.id !== id ||
            (contactId !== null && !contacts.may({ childId, contactId }, 'messages')),
        )
      for (const row of lost) {
        store.endShare(db, row.id, clock.now().at)
        await post.takeBack(idsOf(row))
      }
      if (lost.length > 0) {
        post.soon()
        changed()
      }
    },

    noteSeen: (childId) => {
      for (const row of store.sharesOf(db, childId).values())
        if (row.circle === 'family' && row.lookedAt === null && post.look(idsOf(row)).seen)
          store.noteLook(db, row.id, clock.now())
    },

    onChange: (listener) => void listeners.add(listener),
  }
}

const idsOf = ({ messages }: Pick<store.ShareRow, 'messages'>): readonly string[] =>
  JSON.parse(messages) as string[]
