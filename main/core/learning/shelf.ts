import type { ActivityCard, Shelf, Subject } from '#contract/learning.ts'
import type { ReadableDb } from '../db/handles.ts'
import { activities } from './activities.ts'
import type { Activity } from './activity-rules.ts'
import { dueMistakes, type CameBack } from './book-rules.ts'
import { leftToday } from './next-exercise.ts'
import { suiting, usedQuarters } from './shelf-rules.ts'
import * as store from './store.ts'
import { onShelf } from './switches.ts'

export interface ShelfAsked {
  readonly childId: string
  readonly grade: number | null
  readonly term: 1 | 2
  /** UTC milliseconds. */
  readonly now: number
  /** When the day began, UTC ms. */
  readonly today: number
  readonly came: CameBack
  /** Minutes of big toys a day, and the local day (YYYY-MM-DD) that is asked for. */
  readonly gameMinutes: number
  readonly day: string
}

/** Joints of one stalk of bamboo. */
const JOINTS_A_STALK = 5

/** Joints on the stalk that grows now: 1 to 5 once there is one. */
export const onStalk = (joints: number): number => (joints === 0 ? 0 : ((joints - 1) % JOINTS_A_STALK) + 1)

/** The shelf of one child. */
export function shelfFor(db: ReadableDb, asked: ShelfAsked): Shelf {
  const { childId, grade, now, today, came } = asked
  const on = onShelf(db, grade)
  const known = activities.filter(({ id }) => on(id))
  const progress = store.allProgress(db, childId)
  const rounds = store.roundsOf(db, childId)
  const due = Map.groupBy(dueMistakes(store.bookOf(db, childId, null), now, came), ({ activity }) => activity)
  const cards = known.map((activity): ActivityCard & { readonly suits: boolean; readonly lastAt: number } => {
    const kept = progress.get(activity.id)
    return {
      activity: activity.id,
      subject: activity.subject,
      level: levelNow(activity, kept, asked),
      joints: onStalk(kept?.joints ?? 0),
      due: Math.min(due.get(activity.id)?.length ?? 0, leftToday(db, { childId, activity }, today)),
      inRound: rounds.has(activity.id),
      tried: kept !== undefined,
      suits: grade === null || (activity.grades.from <= grade && grade <= activity.grades.to),
      lastAt: kept?.lastAt ?? 0,
    }
  })
  const last = cards.filter(({ tried }) => tried).toSorted((one, other) => other.lastAt - one.lastAt)[0]
  const grove: Partial<Record<Subject, number>> = {}
  for (const { id, subject } of activities) {
    const joints = progress.get(id)?.joints ?? 0
    if (joints > 0) grove[subject] = (grove[subject] ?? 0) + joints
  }
  return {
    cards: cards.map(({ suits: _suits, lastAt: _lastAt, ...card }) => card),
    goOn: last?.activity ?? null,
    suits: suiting(cards, last?.activity ?? null),
    grove,
    toys: toysOf(db, cards, asked),
  }
}

function levelNow(activity: Activity, kept: store.Progress | undefined, { grade, term }: ShelfAsked): string {
  const asking = { grade, term, inRound: [], seen: [] }
  return activity.levelOf(kept ? activity.readState(kept.state, kept.level) : activity.begin(asking))
}

/** Blocks that a day's allowance of big toys is cut into. */
const QUARTERS = 4

/** The allowance in quarters; a quarter that was begun counts as used once it is over. Calls, learning and logic take none (H6). */
function toysOf(db: ReadableDb, cards: readonly ActivityCard[], asked: ShelfAsked): Shelf['toys'] {
  const { childId, gameMinutes, day } = asked
  // No blocks for toys that are not there.
  if (gameMinutes <= 0 || cards.every(({ subject }) => subject !== 'toys')) return null
  const sql = `SELECT ms FROM usage_day WHERE day = ? AND child_id = ? AND activity = 'play'`
  const spent = db.get<{ ms: number }>(sql, [day, childId])?.ms ?? 0
  return { quarters: QUARTERS, used: usedQuarters(gameMinutes, spent, QUARTERS) }
}
