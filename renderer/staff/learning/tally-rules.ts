import type { ProgressRow } from '#contract/learning.ts'

/** What all children asked for came to in one activity. */
export interface ActivityTally {
  readonly activity: string
  readonly children: number
  /** Levels of the child that stands lowest and of the one that stands highest on its ladder. */
  readonly lowest: string
  readonly highest: string
  readonly minutes: number
  readonly tries: number
  readonly right: number
  readonly inBook: number
}

/** What one child came to in all that it began. */
export interface ChildTally {
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly activities: number
  readonly minutes: number
  readonly tries: number
  readonly right: number
  readonly inBook: number
}

/** Rows added up by child, in the order in which children first come. */
export function byChild(rows: readonly ProgressRow[]): readonly ChildTally[] {
  return [...Map.groupBy(rows, ({ childId }) => childId).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { childId, childName, classLabel } = first
    return [{ childId, childName, classLabel, activities: of.length, ...sums(of) }]
  })
}

function sums(of: readonly ProgressRow[]) {
  const sum = (part: (row: ProgressRow) => number) => of.reduce((total, row) => total + part(row), 0)
  return {
    minutes: sum(({ minutes }) => minutes),
    tries: sum(({ tries }) => tries),
    right: sum(({ right }) => right),
    inBook: sum(({ inBook }) => inBook),
  }
}

/** Rows of children, added up by activity, in the order in which activities first come. */
export function byActivity(rows: readonly ProgressRow[]): readonly ActivityTally[] {
  return [...Map.groupBy(rows, ({ activity }) => activity)].map(([activity, of]) => {
    const ladder = of.toSorted((one, other) => one.place - other.place)
    return {
      activity,
      children: of.length,
      lowest: ladder[0]?.level ?? '',
      highest: ladder.at(-1)?.level ?? '',
      ...sums(of),
    }
  })
}
