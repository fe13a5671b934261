import type { StaffPerson } from '#contract/people.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Ring } from '../keys/ring.ts'

/** Which window asks, and who main knows to sit there. */
export interface Viewer {
  readonly window: 'pupil' | 'staff'
  /** The child whose session runs. */
  readonly childId?: string
  /** The person signed in at the staff window. */
  readonly person?: StaffPerson
}

export interface PageOwner {
  readonly page: string
  /** Whose key opens it. */
  readonly childId: string
  readonly startedAt: number
}

/**
 * Another way by which somebody may read a page at this very moment, and the keys that it goes by: two adults who opened it in an
 * emergency (D5).
 */
export type Way = (page: PageOwner, viewer: Viewer) => Ring | undefined

export interface MayRead extends PageOwner {
  readonly by: 'child' | 'given' | 'way'
  /** Only what came by a way: the keys of that way, instead of those of the seat. */
  readonly ring?: Ring
}

/**
 * Who may read a page now (D2, D3): the one place where that is decided, asked for the page, its small picture, and every file
 * that lies on it. Nobody may, unless
 * - the child whose it is, in a turn of its own, at the child's window;
 * - the adult of the room to whom the child gave it, by name, signed in at the staff window;
 * - one of `ways`.
 */
export interface Readers {
  /** Whose page it is, where this viewer may read it now; undefined otherwise, without saying why. */
  mayRead(page: string, viewer: Viewer): MayRead | undefined
}

export function createReaders(db: ReadableDb, ways: readonly Way[] = []): Readers {
  const isGiven = (page: string, { id }: StaffPerson): boolean =>
    db.get(`SELECT 1 FROM (${standingShares}) WHERE page = ? AND ${toThisAdult}`, [page, id]) !== undefined

  return {
    mayRead: (page, viewer) => {
      const owner = db.get<PageOwner>(
        'SELECT id AS page, child_id AS childId, started_at AS startedAt FROM diary_page WHERE id = ?',
        [page],
      )
      if (!owner) return undefined
      if (viewer.window === 'pupil') {
        const isOwn = viewer.childId !== undefined && viewer.childId === owner.childId
        return isOwn ? { ...owner, by: 'child' } : undefined
      }
      const { person } = viewer
      if (!person) return undefined
      if (isGiven(page, person)) return { ...owner, by: 'given' }
      const [ring] = ways.flatMap((way) => way(owner, viewer) ?? [])
      return ring && { ...owner, by: 'way', ring }
    },
  }
}

/**
 * SQL: what a child has given and not taken back, at most one for each page. It holds for the child who gave it, as long as the
 * page is that child's and the child is in the room: two records that became one bring their pages, and nothing of whom they
 * were given to.
 */
export const standingShares = `
  SELECT share.id, share.child_id AS childId, share.page_id AS page, share.circle, share.contact_id AS contactId,
    share.staff_id AS staffId, share.messages, share.given_at AS givenAt, share.trusted, share.looked_at AS lookedAt
  FROM diary_share AS share
  JOIN diary_page ON diary_page.id = share.page_id AND diary_page.child_id = share.child_id
  JOIN child ON child.id = share.child_id AND child.left_at IS NULL
  WHERE share.ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM merged_row WHERE table_name = 'diary_share' AND row_id = share.id)
    AND share.id = (SELECT max(other.id) FROM diary_share AS other
      WHERE other.page_id = share.page_id AND other.child_id = share.child_id AND other.ended_at IS NULL)`

/**
 * SQL: of `standingShares`, those to the adult of the parameter, who is in the room and has the role of then: whoever had another
 * one since was not who the child chose. Asked by the change log, so that a role which came back gives nothing back.
 */
export const toThisAdult = `circle = 'adult' AND staffId = ?
  AND EXISTS (SELECT 1 FROM staff WHERE staff.id = staffId AND staff.left_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM cell_clock AS role JOIN cell_clock AS given
    ON given.table_name = 'diary_share' AND given.row_id = id AND given.column_name = 'staff_id'
    WHERE role.table_name = 'staff' AND role.row_id = staffId AND role.column_name = 'role' AND role.hlc > given.hlc)`
