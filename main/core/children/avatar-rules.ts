import { animals, tones, type Animal, type Tone } from '#contract/people.ts'

/** What stands on a tile where there is no photograph. */
export interface Avatar {
  readonly animal: Animal
  readonly tone: Tone
}

/** A child's place among the others: in the room, and in its class. */
export interface Standing {
  readonly sortKey: string
  readonly classId: string | null
}

/** Gives out avatars so that a child who cannot read yet tells the tiles apart. */
export interface AvatarChooser {
  /** Counts as given from then on. Next to each other, in the room's list and in the class's, animals differ. */
  choose(standing: Standing): Avatar
}

const all: readonly Avatar[] = animals.flatMap((animal) => tones.map((tone) => ({ animal, tone })))

/** `random` gives 0 ≤ n < 1 and decides between equally good ones. */
export function createAvatarChooser(
  given: readonly (Standing & Avatar)[],
  random: () => number,
): AvatarChooser {
  const room = createRow()
  const classes = new Map<string | null, Row>()
  const classRow = (id: string | null): Row => {
    const known = classes.get(id)
    if (known) return known
    const row = createRow()
    classes.set(id, row)
    return row
  }
  const add = (child: Standing & Avatar): void => {
    room.add(child)
    classRow(child.classId).add(child)
  }
  for (const child of given) add(child)

  return {
    choose: (standing) => {
      const own = classRow(standing.classId)
      const near = [room, own].map((row) => row.around(standing.sortKey))
      const cost = (avatar: Avatar): number =>
        near.reduce((sum, around) => sum + likeness(avatar, around), 0) +
        own.times(pair(avatar)) * 50 +
        room.times(pair(avatar)) * 8 +
        own.times(avatar.animal) * 3 +
        own.times(avatar.tone)
      const costs = all.map(cost)
      const least = Math.min(...costs)
      const best = all.filter((_, at) => costs[at] === least)
      const chosen = best[Math.min(best.length - 1, Math.floor(random() * best.length))]
      if (!chosen) throw new Error('There is always a least one')
      add({ ...standing, ...chosen })
      return chosen
    },
  }
}

interface Row {
  add(child: Standing & Avatar): void
  times(what: string): number
  /** Up to two on either side of where this key stands, nearest first. */
  around(sortKey: string): { readonly beside: readonly Avatar[]; readonly next: readonly Avatar[] }
}

function createRow(): Row {
  const row: (Standing & Avatar)[] = []
  const counts = new Map<string, number>()
  const placeOf = (sortKey: string): number => {
    let [low, high] = [0, row.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((row[middle]?.sortKey ?? '') <= sortKey) low = middle + 1
      else high = middle
    }
    return low
  }
  const standing = (places: readonly number[]) => places.flatMap((place) => row[place] ?? [])
  return {
    add: (child) => {
      row.splice(placeOf(child.sortKey), 0, child)
      for (const what of [pair(child), child.animal, child.tone])
        counts.set(what, (counts.get(what) ?? 0) + 1)
    },
    times: (what) => counts.get(what) ?? 0,
    around: (sortKey) => {
      const at = placeOf(sortKey)
      return { beside: standing([at - 1, at]), next: standing([at - 2, at + 1]) }
    },
  }
}

// Beside each other the same animal must never stand, so that costs more than all else together.
function likeness(
  { animal, tone }: Avatar,
  { beside, next }: { readonly beside: readonly Avatar[]; readonly next: readonly Avatar[] },
): number {
  let cost = 0
  for (const other of beside) cost += (other.animal === animal ? 1e6 : 0) + (other.tone === tone ? 12 : 0)
  for (const other of next) cost += (other.animal === animal ? 20 : 0) + (other.tone === tone ? 6 : 0)
  return cost
}

const pair = ({ animal, tone }: Avatar): string => `${animal} ${tone}`
