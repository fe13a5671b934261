import { type Grade, Rating, State, createEmptyCard, fsrs } from 'ts-fsrs'
import type { Outcome } from './help-rules.ts'

/** An item in the book of mistakes (错题本): plain numbers, as a row keeps them. Times are UTC milliseconds. */
export interface Mistake {
  readonly dueAt: number
  readonly reviewedAt: number
  /** Memory of the spaced repetition (FSRS): days until recall falls to 0.9, and difficulty 1 to 10. */
  readonly stability: number
  readonly difficulty: number
  readonly reviews: number
  readonly lapses: number
  /** Due occasions on which it was right without help, 0 to 2; the third takes it out of the book. */
  readonly timesRight: number
}

/** Due occasions that a question must be right on, without help, to leave the book. They need not follow each other. */
const TIMES_RIGHT_TO_LEAVE = 3
/** A room sees a child about weekly, and a term is short: no question stays away longer, in days. */
export const LONGEST_REST_DAYS = 30

const DAY = 86_400_000

// The library's fuzz is drawn from the card itself, so merged seats agree; no steps of minutes, a round is too short for them.
const scheduler = fsrs({ enable_fuzz: true, enable_short_term: false, maximum_interval: LONGEST_REST_DAYS })

/** Puts an item into the book; it comes back about a day later. `now` in UTC milliseconds. */
export function newMistake(now: number): Mistake {
  const card = scheduler.next(createEmptyCard(now), now, Rating.Again).card
  return {
    dueAt: card.due.getTime(),
    reviewedAt: now,
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: 1,
    lapses: 0,
    timesRight: 0,
  }
}

/**
 * Whether it may be asked. A rest longer than any was written under a clock that was ahead, here or at another seat: it is none.
 */
export function isDue({ dueAt }: Pick<Mistake, 'dueAt'>, now: number): boolean {
  return dueAt <= now || dueAt > now + LONGEST_REST_DAYS * DAY
}

/**
 * The mistake after it was asked again; null when it leaves the book. Before it is due only a shown answer counts: right
 * by chance in a round is no occasion. Where the last review lies ahead, no time counts as passed.
 */
export function reviewed(mistake: Mistake, outcome: Outcome, now: number): Mistake | null {
  if (outcome === 'skipped' || (outcome !== 'shown' && !isDue(mistake, now))) return mistake
  const timesRight = mistake.timesRight + (outcome === 'alone' ? 1 : 0)
  if (timesRight >= TIMES_RIGHT_TO_LEAVE) return null
  const { card } = scheduler.next(cardOf(mistake, now), now, ratings[outcome])
  return {
    ...mistake,
    // the library keeps "right" a day behind "helped" even at its longest interval
    dueAt: Math.min(card.due.getTime(), now + LONGEST_REST_DAYS * DAY),
    reviewedAt: now,
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: mistake.reviews + 1,
    lapses: mistake.lapses + (outcome === 'shown' ? 1 : 0),
    timesRight,
  }
}

/** Old friends of a child that come back on one day at most, all activities together; and of them, for the first time since they were missed. */
export const MOST_A_DAY = 20
export const MOST_NEW_A_DAY = 5

/** How many came back already that day. */
export interface CameBack {
  readonly all: number
  readonly first: number
}

/** Those that are due and may still come today, longest waiting first. */
export function dueMistakes<M extends Pick<Mistake, 'dueAt' | 'reviews'> & { readonly key: string }>(
  book: readonly M[],
  now: number,
  today: CameBack = { all: 0, first: 0 },
): readonly M[] {
  let first = MOST_NEW_A_DAY - today.first
  return book
    .filter((mistake) => isDue(mistake, now))
    .toSorted((one, other) => one.dueAt - other.dueAt || (one.key < other.key ? -1 : 1))
    .filter(({ reviews }) => reviews > 1 || first-- > 0)
    .slice(0, Math.max(0, MOST_A_DAY - today.all))
}

/** Two answers only: what was known alone, and what was not. */
const ratings: Record<Exclude<Outcome, 'skipped'>, Grade> = {
  alone: Rating.Good,
  helped: Rating.Again,
  shown: Rating.Again,
}

function cardOf(mistake: Mistake, now: number) {
  const reviewedAt = Math.min(mistake.reviewedAt, now)
  return {
    ...createEmptyCard(reviewedAt),
    due: Math.min(mistake.dueAt, now),
    last_review: reviewedAt,
    stability: mistake.stability,
    difficulty: mistake.difficulty,
    reps: mistake.reviews,
    lapses: mistake.lapses,
    state: State.Review,
  }
}
