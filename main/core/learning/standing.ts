import { activityOf } from './activities.ts'

/** One row of progress: that of the child, or of a record that was merged into it. Times are UTC milliseconds. */
export interface Standing {
  readonly id: string
  readonly activity: string
  readonly level: string
  readonly lastAt: number
  /** When a record was last merged into the child; null where none is. */
  readonly mergedAt: number | null
}

/** The same row whichever seat writes it. */
export const progressId = ({ childId, activity }: { readonly childId: string; readonly activity: string }) =>
  `${childId}/${activity}`

/** SQL of `mergedAt`. */
export const lastMerge = (childId: string): string =>
  `(SELECT max(child_merge.at) FROM child_merge WHERE child_merge.kept = ${childId} AND child_merge.undone_at IS NULL)`

/**
 * Which of the rows says where a child stands in an activity. Two records that are one child: the higher level, for nobody is
 * sent back to what they can; but what the child did since they are one says it alone, down as well as up.
 */
export function standing<Row extends Standing>(rows: readonly Row[], own: string): Row {
  const mine = rows.find(({ id }) => id === own)
  if (mine && mine.lastAt > (mine.mergedAt ?? 0)) return mine
  const place = ({ activity, level }: Row) =>
    activityOf(activity)?.levels.findIndex(({ id }) => id === level) ?? -1
  return rows.reduce((best, row) => {
    const higher = place(row) - place(best)
    if (higher !== 0) return higher > 0 ? row : best
    return row.lastAt > best.lastAt ? row : best
  })
}
