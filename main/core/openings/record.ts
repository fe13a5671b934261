import { randomBytes } from 'node:crypto'
import type { OpeningChain, OpeningEntry, OpeningReport } from '#contract/openings.ts'
import type { Ground } from '../kernel/ground.ts'
import { anchorOf, checkChain, linkAfter, sha256, type Anchor, type AnchorKeeper } from './chain.ts'
import { readEntry, type Entry, type OpenedEntry, type ReportedEntry } from './entries.ts'
import { recordNumber } from './opening-rules.ts'
import * as store from './store.ts'

type NewEntry = Omit<OpenedEntry, 'kind' | 'opening' | 'number' | 'at' | 'trusted' | 'words'>

/** The record of openings (D5): written for good, in a chain that shows where somebody changed it. */
export interface OpeningRecord {
  /** Written before anything opens; throws what the disk says. */
  opened(what: NewEntry & { readonly says: string }): OpenedEntry
  closed(opening: string, end: OpeningEntry['end'] & string): void
  reported(opening: string, what: Pick<ReportedEntry, 'to' | 'said' | 'by'>): void
  reportsOf(opening: string): readonly OpeningReport[]
  /** Openings of this seat that say nothing of their end: the program was cut off. */
  unended(): readonly string[]
  check(): OpeningChain
  /** Of all seats, newest first. */
  entries(): readonly OpeningEntry[]
  entryOf(opening: string): OpenedEntry | undefined
}

export function createRecord(
  ground: Ground,
  anchor: AnchorKeeper,
  inBackups: () => readonly Anchor[],
): OpeningRecord {
  const { db, clock, newId, seat, zoneOffset } = ground

  /** Where the record of this seat was when somebody outside the database last looked. */
  const anchors = (): readonly Anchor[] => [anchor.read() ?? [], inBackups()].flat()

  const check = (): OpeningChain => {
    let entries = 0
    let seal: string | null = null
    for (const each of new Set([...store.seatsOf(db), seat])) {
      const links = store.linksOf(db, each)
      const found = checkChain(each, links, each === seat ? anchors() : [])
      if (!found.whole) return found
      for (const { entry } of links) {
        const read = readEntry(entry)
        if (read?.kind === 'broken') return { whole: false, number: read.number, fault: read.fault }
      }
      const changed = links.find(({ entry }) => !wordsStand(readEntry(entry)))
      if (changed) return { whole: false, number: changed.number, fault: 'changed' }
      entries += links.length
      if (each === seat) seal = found.seal
    }
    return { whole: true, entries, seal }
  }

  /** The words beside the chain are those that it speaks of, or were erased. */
  const wordsStand = (entry: Entry | undefined): boolean => {
    if (entry?.kind !== 'opened') return true
    const row = store.wordsOf(db, entry.opening)
    return !row || sha256(row.salt + row.words) === entry.words
  }

  const append = (entry: Entry): void => {
    const links = store.linksOf(db, seat)
    const found = checkChain(seat, links, anchors())
    let last = links.at(-1)
    if (!found.whole && !links.some((link) => readEntry(link.entry)?.kind === 'broken')) {
      const { at, trusted } = clock.now()
      const broken: Entry = { kind: 'broken', at, trusted, number: found.number, fault: found.fault }
      last = linkAfter(seat, last, JSON.stringify(broken))
      store.addLink(db, newId(), last)
    }
    last = linkAfter(seat, last, JSON.stringify(entry))
    store.addLink(db, newId(), last)
  }

  const keepAnchor = (): void => {
    const last = store.linksOf(db, seat).at(-1)
    if (last) anchor.keep(anchorOf(last))
  }

  const read = (): readonly Entry[] =>
    store
      .seatsOf(db)
      .flatMap((each) => store.linksOf(db, each).flatMap(({ entry }) => readEntry(entry) ?? []))

  const opens = (): readonly OpenedEntry[] =>
    read().flatMap((entry) => (entry.kind === 'opened' ? [entry] : []))

  const reports = (): ReadonlyMap<string, readonly OpeningReport[]> => {
    const found = read().flatMap((entry) => (entry.kind === 'reported' ? [entry] : []))
    const byOpening = Map.groupBy(found, ({ opening }) => opening)
    return new Map(
      [...byOpening].map(([opening, all]) => [
        opening,
        all.map(({ to, said, by, at, trusted }) => ({ to, said, by: by.name, at, clockWrong: !trusted })),
      ]),
    )
  }

  return {
    opened: ({ says, ...what }) => {
      const entry = db.transaction(() => {
        const { at, trusted } = clock.now()
        const salt = randomBytes(16).toString('base64')
        const opening = newId()
        const number = recordNumber(at, zoneOffset(at), opens().length + 1)
        const written: OpenedEntry = {
          kind: 'opened',
          opening,
          number,
          at,
          trusted,
          ...what,
          words: sha256(salt + says),
        }
        append(written)
        store.addOpening(db, opening, what.child, { salt, words: says })
        return written
      })
      keepAnchor()
      return entry
    },
    closed: (opening, end) => {
      const { at, trusted } = clock.now()
      db.transaction(() => append({ kind: 'closed', opening, at, trusted, end }))
      keepAnchor()
    },
    reported: (opening, what) => {
      const { at, trusted } = clock.now()
      db.transaction(() => append({ kind: 'reported', opening, at, trusted, ...what }))
      keepAnchor()
    },
    reportsOf: (opening) => reports().get(opening) ?? [],
    unended: () => {
      const own = store.linksOf(db, seat).flatMap(({ entry }) => readEntry(entry) ?? [])
      const ended = new Set(own.flatMap((entry) => (entry.kind === 'closed' ? [entry.opening] : [])))
      return own.flatMap((entry) =>
        entry.kind === 'opened' && !ended.has(entry.opening) ? [entry.opening] : [],
      )
    },
    check,
    entries: () => {
      const all = read()
      const ends = new Map(
        all.flatMap((entry) => (entry.kind === 'closed' ? [[entry.opening, entry.end]] : [])),
      )
      const reported = reports()
      return opens()
        .toSorted((one, other) => (one.opening < other.opening ? 1 : -1))
        .map((entry) => {
          const told = store.toldOf(db, entry.opening)
          return {
            id: entry.opening,
            number: entry.number,
            at: entry.at,
            clockWrong: !entry.trusted,
            childName: (told && store.childName(db, told.childId)) ?? null,
            adults: entry.adults.map(({ name }) => name),
            reason: entry.reason,
            words: store.wordsOf(db, entry.opening)?.words ?? null,
            from: entry.from,
            to: entry.to,
            pages: entry.pages.length,
            minutes: entry.minutes,
            end: ends.get(entry.opening) ?? null,
            told: (told?.toldAt ?? null) !== null,
            reports: reported.get(entry.opening) ?? [],
          }
        })
    },
    entryOf: (opening) => opens().find((entry) => entry.opening === opening),
  }
}
