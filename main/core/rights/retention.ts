import type { LeftChild, RetentionLook } from '#contract/retention.ts'
import { DAYS_AFTER_LEAVING } from '#contract/retention.ts'
import type { Ground } from '../kernel/ground.ts'
import { faceOf } from '../children/face-of.ts'
import { createChildStore } from '../children/store.ts'
import { recordsOf } from './erase-children.ts'
import type { Holds } from './holds.ts'
import { ERASURE_WAITS } from './request-rules.ts'
import { openErasures } from './requests.ts'

const DAY = 86_400_000

export interface RetentionParts {
  readonly holds: Pick<Holds, 'of'>
  readonly messageDays: () => number
  readonly backups: () => readonly { readonly at: number }[]
}

/** What is kept how long, and what falls due. It erases nothing: a person asks for each child, and then the days of an erasure count. */
export interface Retention {
  look(): RetentionLook
  /** By a time that is certain, the child left longer ago than data are kept. */
  isDue(childId: string): boolean
}

export function createRetention(
  { db, clock }: Pick<Ground, 'db' | 'clock'>,
  parts: RetentionParts,
): Retention {
  const store = createChildStore(db)

  const left = (): readonly LeftChild[] => {
    const erasing = new Map(openErasures(db).map((each) => [each.childId, each.countedFrom]))
    return db
      .all<{ id: string; leftAt: number }>(
        `SELECT id, left_at AS leftAt FROM child WHERE left_at IS NOT NULL AND merged_into IS NULL ORDER BY left_at, id`,
      )
      .flatMap(({ id, leftAt }): LeftChild[] => {
        const child = store.findFormer(id)
        if (!child) return []
        const from = erasing.get(id)
        return [
          {
            childId: id,
            name: child.name,
            classLabel: child.classLabel,
            face: faceOf(child),
            leftAt,
            dueAt: leftAt + DAYS_AFTER_LEAVING * DAY,
            isDue: clock.certain() >= leftAt + DAYS_AFTER_LEAVING * DAY,
            isHeld: parts.holds.of(recordsOf(db, id)) !== null,
            isErasing: erasing.has(id),
            erasesAt: from === undefined || from === null ? null : from + ERASURE_WAITS,
          },
        ]
      })
  }

  return {
    look: () => ({
      isCertain: clock.trusted() && clock.now().at - clock.certain() < 2 * DAY,
      messageDays: parts.messageDays(),
      messages: db.get<{ n: number }>('SELECT count(*) AS n FROM message')?.n ?? 0,
      looks: db.get<{ n: number; oldest: number | null }>(
        'SELECT count(*) AS n, min(iif(trusted = 1, at, NULL)) AS oldest FROM staff_act',
      ) ?? { n: 0, oldest: null },
      backups: {
        n: parts.backups().length,
        oldest: parts.backups().reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null),
      },
      children: db.get<{ n: number }>('SELECT count(*) AS n FROM child WHERE left_at IS NULL')?.n ?? 0,
      left: left(),
    }),
    isDue: (childId) => left().some((each) => each.childId === childId && each.isDue),
  }
}
