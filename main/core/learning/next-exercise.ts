import type { ReadableDb } from '../db/handles.ts'
import type { Activity, Asking, Exercise } from './activity-rules.ts'
import { dueMistakes, type CameBack } from './book-rules.ts'
import type { Random } from './random-rules.ts'
import type { Asked } from './round-state.ts'
import * as store from './store.ts'

/** Exercises that do not come again at once: three rounds. */
const RESTING = 30

/** What choosing the next exercise asks. */
export interface Choosing {
  readonly db: ReadableDb
  readonly activity: Activity
  readonly childId: string
  readonly state: unknown
  readonly grade: number | null
  readonly term: 1 | 2
  readonly now: number
  /** When the day began, UTC ms. */
  readonly today: number
  readonly came: CameBack
  readonly random: Random
}

/** Where in a round old friends stand: never the first and never two in a row, or before everything else. */
export function isPlaceForBook({ book }: Pick<Activity, 'book'>, place: number): boolean {
  if (!book) return false
  if (book.when === 'first') return place < book.most
  return place % 3 === 2 && Math.floor(place / 3) < book.most
}

/** The exercise for a place of a round. `keys` were asked in it before. */
export function nextExercise(choosing: Choosing, place: number, keys: readonly string[]): Asked {
  const { db, activity, childId, random, state } = choosing
  const friends = oldFriends(choosing, keys)
  const friend = isPlaceForBook(activity, place) ? friends.next().value : undefined
  if (friend) return { exercise: friend, from: 'book' }
  const seen = store.lastAsked(db, { childId, activity: activity.id }, RESTING)
  const coming = comingKeys(choosing, keys)
  const asking: Asking = {
    grade: choosing.grade,
    term: choosing.term,
    inRound: [...keys, ...coming],
    seen: [...keys.toReversed(), ...seen],
    coming,
  }
  return { exercise: activity.next(state, random, asking), from: 'level' }
}

/** Old friends that may still come back today. */
function due({ db, activity, childId, now, today, came }: Choosing, keys: readonly string[]) {
  const mistakes = dueMistakes(store.bookOf(db, childId, activity.id), now, came)
  return mistakes
    .slice(0, leftToday(db, { childId, activity }, today))
    .filter(({ key }) => !keys.includes(key))
}

/** How many old friends of an activity may still come back today: where they come first, no more a day than in a round. */
export function leftToday(
  db: ReadableDb,
  { childId, activity }: { readonly childId: string; readonly activity: Pick<Activity, 'id' | 'book'> },
  today: number,
): number {
  if (activity.book?.when !== 'first') return Infinity
  const came = store.cameBackIn(db, { childId, activity: activity.id }, today)
  return Math.max(0, activity.book.most - came)
}

const comingKeys = (choosing: Choosing, keys: readonly string[]): readonly string[] =>
  due(choosing, keys)
    .slice(0, choosing.activity.book?.most ?? 0)
    .map(({ key }) => key)

function* oldFriends(choosing: Choosing, keys: readonly string[]): Generator<Exercise, undefined> {
  for (const item of due(choosing, keys)) {
    const coming = comingKeys(choosing, [...keys, item.key])
    const exercise = choosing.activity.again(item, choosing.random, { state: choosing.state, coming })
    if (exercise) yield exercise
  }
  return undefined
}
