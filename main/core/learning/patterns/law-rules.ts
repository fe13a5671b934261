/** What stands in a place of a row or a square: so many of one picture. */
export interface Thing {
  readonly picture: string
  /** 1 to 9. */
  readonly count: number
}

/** The length of the shortest unit whose repetition explains what is seen; undefined where none does that the row holds twice. `null` is the place that is empty. */
export function unitOf(row: readonly unknown[]): number | undefined {
  for (let length = 1; 2 * length <= row.length; length += 1) {
    const known = Array.from({ length }, (_, place) =>
      row.filter((one, at) => at % length === place && one !== null),
    )
    if (known.every((same) => same.length > 0 && same.every((one) => one === same[0]))) return length
  }
  return undefined
}

/** How much each place has more than the one before; undefined where that is not always the same, or nothing. */
export function stepOf(row: readonly (number | null)[]): number | undefined {
  const known = row.flatMap((count, at) => (count === null ? [] : [{ count, at }]))
  const [first, second] = known
  if (!first || !second) return undefined
  const step = (second.count - first.count) / (second.at - first.at)
  const isSteady = known.every(({ count, at }) => count === first.count + step * (at - first.at))
  return step !== 0 && Number.isInteger(step) && isSteady ? step : undefined
}

/** What belongs into the empty place by the law of the row; undefined where there is no law. */
export function nextOf<T>(row: readonly (T | null)[]): T | undefined {
  const unit = unitOf(row)
  if (unit === undefined) return undefined
  const gap = row.indexOf(null)
  return row.find((one, at) => one !== null && at % unit === gap % unit) ?? undefined
}

/** The thing that belongs into the empty place of a row: pictures repeat; numbers grow, or repeat too. */
export function missingInRow(row: readonly (Thing | null)[]): Thing | undefined {
  const picture = nextOf(row.map((thing) => thing?.picture ?? null))
  const counts = row.map((thing) => thing?.count ?? null)
  const step = stepOf(counts)
  const gap = row.indexOf(null)
  const known = counts.findIndex((count) => count !== null)
  const count = step === undefined ? nextOf(counts) : (counts[known] ?? 0) + step * (gap - known)
  return picture === undefined || count === undefined ? undefined : { picture, count }
}

/** The thing that belongs into the empty place of a square of three by three in which no row and no column has a picture or a number twice. */
export function missingInSquare(square: readonly (Thing | null)[]): Thing | undefined {
  const gap = square.indexOf(null)
  const row = square.filter((thing, at) => thing && Math.floor(at / 3) === Math.floor(gap / 3))
  const rest = <T>(of: (thing: Thing) => T): T | undefined => {
    const all = new Set(square.flatMap((thing) => (thing ? [of(thing)] : [])))
    const here = new Set(row.flatMap((thing) => (thing ? [of(thing)] : [])))
    const left = [...all].filter((one) => !here.has(one))
    return all.size === 3 && left.length === 1 ? left[0] : undefined
  }
  const picture = rest((thing) => thing.picture)
  const count = rest((thing) => thing.count)
  return picture === undefined || count === undefined ? undefined : { picture, count }
}

export const isSame = (one: Thing, other: Thing): boolean =>
  one.picture === other.picture && one.count === other.count
