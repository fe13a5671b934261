import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RetentionLook } from '#contract/retention.ts'
import type { Held, Holding, LooksPage, RightsLook, RightsRequest } from '#contract/rights.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { faceOf } from '../children/face-of.ts'
import { createChildStore } from '../children/store.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { filesOf, recordsOf } from './erase-children.ts'
import { createHolds } from './holds.ts'
import { looksAt } from './looks.ts'
import { answerDue, changesOf, ERASURE_WAITS, type Facts } from './request-rules.ts'
import { factsOf, keepAnswer, openErasures, openRequest, requestsOf } from './requests.ts'
import { createRetention } from './retention.ts'
import { holdings, tablesOfChild } from './tables.ts'

type Answered<T> = Result<T, Refusal>

/** Who asked, and who of the staff wrote it down. */
export interface Asked {
  readonly childId: string
  readonly askedBy: string
  readonly how: RightsRequest['how']
  readonly staffId: string
}

/** What guardians may ask about one child (S11). Every method refuses with `not-found` for a child who is not there. */
export interface RightsService {
  look(childId: string): Promise<Answered<RightsLook>>
  /** Written down once the copy is there. Refuses with `no-guardian` where nobody of that id is a guardian of the child. */
  mayAsk(
    asked: Pick<Asked, 'childId' | 'askedBy'>,
  ): Answered<{ readonly language: string; readonly child: string }>
  copied(asked: Asked): void
  askCorrection(asked: Asked, wish: string): Answered<void>
  endCorrection(
    of: { readonly childId: string; readonly id: string },
    answer: { readonly outcome: 'done' | 'refused'; readonly reason: string; readonly staffId: string },
  ): Answered<void>
  askErasure(asked: Asked): Answered<void>
  hold(of: { readonly childId: string; readonly why: string }, staffId: string): Answered<void>
  liftHold(
    of: { readonly childId: string; readonly id: string },
    why: string,
    staffId: string,
  ): Answered<void>
  /** What is kept how long. */
  retention(): RetentionLook
  /** Refuses `too-early` unless the child left long enough ago by a time that is certain. */
  askOld(childId: string, staffId: string): Answered<void>
  takeBackErasure(of: { readonly childId: string; readonly id: string }, staffId: string): Answered<void>
  looks(childId: string, page: number): Answered<LooksPage>
  open(): readonly {
    readonly childId: string
    readonly name: string
    readonly kind: RightsRequest['kind']
    readonly dueAt: number | null
    readonly erasesAt: number | null
  }[]
  onChange(listener: () => void): void
  changed(): void
  /** Told how far a copy is, 0 to 1. */
  onProgress(listener: (childId: string, done: number) => void): void
  progress(childId: string, done: number): void
}

export interface RightsParts {
  /** The media folder. */
  readonly media: string
  readonly backups: () => readonly { readonly at: number }[]
  readonly messageDays: () => number
  readonly hasServer: () => boolean
}

export function createRightsService(ground: Ground, parts: RightsParts): RightsService {
  const { db, clock, newId, seat, zoneOffset } = ground
  const store = createChildStore(db)
  const holds = createHolds(ground)
  const retention = createRetention(ground, { holds, ...parts })
  const listeners = new Set<() => void>()
  const progressListeners = new Set<(childId: string, done: number) => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const rootOf = (childId: string): string => recordsOf(db, childId)[0] ?? childId

  const bytesOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const bytes = new Map<string, number>()
    for (const path of filesOf(db, ids)) {
      const size = await stat(join(parts.media, path)).then(
        (found) => found.size,
        () => 0,
      )
      const kind = path.slice(0, path.indexOf('/'))
      bytes.set(kind, (bytes.get(kind) ?? 0) + size)
    }
    return bytes
  }

  const heldOf = async (ids: readonly string[]): Promise<readonly Held[]> => {
    const bytes = await bytesOf(ids)
    const files: Partial<Record<Holding, number>> = {
      personal: bytes.get('photo') ?? 0,
      messages: (bytes.get('message') ?? 0) + (bytes.get('message-parts') ?? 0),
      diary: (bytes.get('diary') ?? 0) + (bytes.get('page') ?? 0),
    }
    const among = { ids: JSON.stringify(ids) }
    return holdings.map((holding) => {
      const tables = Object.entries(tablesOfChild).filter(([, of]) => of.holding === holding)
      const counted = tables.filter(([, of]) => of.counts)
      const count = counted.reduce(
        (sum, [table, { rows }]) =>
          sum + (db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${rows}`, among)?.n ?? 0),
        0,
      )
      return {
        holding,
        count: counted.length === 0 ? null : count,
        bytes: files[holding] ?? 0,
        copied: tables.some(([, { copied }]) => copied === true),
      }
    })
  }

  const languageOf = (childId: string, guardian: string): string | undefined =>
    db.get<{ language: string }>(
      'SELECT language FROM contact WHERE id = ? AND child_id = ? AND is_guardian = 1',
      [guardian, childId],
    )?.language

  const mayAsk: RightsService['mayAsk'] = ({ childId, askedBy }) => {
    const child = factsOf(db, childId)
    if (!child) return err(refuse('not-found'))
    const language = languageOf(childId, askedBy)
    return language === undefined ? err(refuse('no-guardian')) : ok({ language, child: child.name })
  }

  const erasureIsOpen = (childId: string): boolean =>
    openErasures(db).some((each) => each.childId === childId)

  interface Added {
    readonly kind: RightsRequest['kind']
    readonly wish?: string
    readonly before?: Facts
    readonly done?: true
  }
  const add = ({ childId, askedBy, how, staffId }: Asked, { kind, wish = '', before, done }: Added): void => {
    const { at, trusted } = clock.now()
    db.shared.set('rights_request', newId(), {
      child_id: childId,
      kind,
      asked_at: at,
      trusted: trusted ? 1 : 0,
      asked_by: askedBy,
      how,
      staff_id: staffId,
      wish,
      before: before ? JSON.stringify(before) : null,
      after: null,
      counted_from: kind === 'erasure' && trusted ? Math.max(at, clock.certain()) : null,
      state: done ? 'done' : 'open',
      reason: '',
      ended_at: done ? at : null,
      ended_by: done ? staffId : null,
    })
    changed()
  }

  return {
    mayAsk,
    async look(childId) {
      const ids = recordsOf(db, childId)
      const root = ids[0] ?? childId
      const child = store.find(root) ?? store.findFormer(root)
      if (!child) return err(refuse('not-found'))
      return ok({
        child: { id: root, name: child.name, classLabel: child.classLabel, face: faceOf(child) },
        records: ids.length,
        guardians: db.all(
          'SELECT id, name, relation FROM contact WHERE child_id = ? AND is_guardian = 1 ORDER BY created_at, id',
          [root],
        ),
        held: await heldOf(ids),
        requests: requestsOf(db, root, zoneOffset),
        hold: holds.of(ids),
        sits: sits(ground, ids),
        backups: parts.backups().length,
        server: parts.hasServer(),
      })
    },
    copied: (asked) => add(asked, { kind: 'export', done: true }),
    askCorrection: (asked, wish) => {
      const may = mayAsk(asked)
      if (!may.ok) return may
      const before = factsOf(db, asked.childId)
      add(asked, { kind: 'correction', wish, ...(before && { before }) })
      return ok(undefined)
    },
    endCorrection: ({ childId, id }, { outcome, reason, staffId }) =>
      db.transaction(() => {
        const request = openRequest(db, id, childId)
        const after = factsOf(db, childId)
        if (request?.kind !== 'correction' || !after) return err(refuse('not-found'))
        if (outcome === 'refused' && reason === '') return err(refuse('bad-input'))
        const changes = request.before === null ? [] : changesOf(JSON.parse(request.before) as Facts, after)
        const at = clock.now().at
        keepAnswer(db, id, {
          state: outcome,
          at,
          by: staffId,
          reason,
          ...(outcome === 'done' && { changes }),
        })
        changed()
        return ok(undefined)
      }),
    askErasure: (asked) =>
      db.transaction(() => {
        const may = mayAsk(asked)
        if (!may.ok) return may
        if (!erasureIsOpen(asked.childId)) add(asked, { kind: 'erasure' })
        return ok(undefined)
      }),
    hold: ({ childId, why }, staffId) => {
      if (!factsOf(db, childId)) return err(refuse('not-found'))
      holds.set(rootOf(childId), why, staffId)
      changed()
      return ok(undefined)
    },
    liftHold: (of, why, staffId) => {
      const lifted = holds.lift({ ...of, childId: rootOf(of.childId) }, why, staffId)
      if (lifted.ok) changed()
      return lifted
    },
    retention: () => retention.look(),
    askOld: (childId, staffId) =>
      db.transaction(() => {
        if (!factsOf(db, childId)) return err(refuse('not-found'))
        if (!retention.isDue(childId)) return err(refuse('too-early'))
        if (!erasureIsOpen(childId))
          add({ childId, askedBy: '', how: 'written', staffId }, { kind: 'erasure' })
        return ok(undefined)
      }),
    takeBackErasure: ({ childId, id }, staffId) => {
      if (openRequest(db, id, childId)?.kind !== 'erasure') return err(refuse('not-found'))
      keepAnswer(db, id, { state: 'taken-back', at: clock.now().at, by: staffId })
      changed()
      return ok(undefined)
    },
    looks: (childId, page) =>
      factsOf(db, childId)
        ? ok(looksAt(db, recordsOf(db, rootOf(childId)), { seat, page }))
        : err(refuse('not-found')),
    open: () =>
      db
        .all<{
          childId: string
          name: string
          kind: RightsRequest['kind']
          askedAt: number
          trusted: number
          countedFrom: number | null
        }>(
          `SELECT request.child_id AS childId, child.name, request.kind, request.asked_at AS askedAt, request.trusted,
             request.counted_from AS countedFrom
           FROM rights_request AS request JOIN child ON child.id = request.child_id
           WHERE request.state = 'open' ORDER BY request.asked_at, request.id`,
        )
        .map(({ childId, name, kind, askedAt, trusted, countedFrom }) => ({
          childId,
          name,
          kind,
          dueAt: trusted === 1 ? answerDue(askedAt, zoneOffset(askedAt)) : null,
          erasesAt: kind === 'erasure' && countedFrom !== null ? countedFrom + ERASURE_WAITS : null,
        })),
    onChange: (listener) => void listeners.add(listener),
    changed,
    onProgress: (listener) => void progressListeners.add(listener),
    progress: (childId, done) => {
      for (const listener of progressListeners) listener(childId, done)
    },
  }
}

/** Whether one of these records has a turn, here or at another seat. */
export const sits = ({ db }: Pick<Ground, 'db'>, ids: readonly string[]): boolean =>
  db.get('SELECT 1 FROM session WHERE end_reason IS NULL AND child_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]) !== undefined
