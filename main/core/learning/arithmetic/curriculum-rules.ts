import { earlierLevels } from './curriculum-early-rules.ts'
import { laterLevels } from './curriculum-later-rules.ts'
import type { Level, LevelId } from './level-rules.ts'

/**
 * The ladder of mental arithmetic, easiest first. Contents: 义务教育数学课程标准（2022 年版）, 数与代数; the order by
 * grade and term is the usual one of the school books (一上 to 六下).
 */
export const levels: readonly Level[] = [...earlierLevels, ...laterLevels]

const places = new Map<string, number>(levels.map((level, index) => [level.id, index]))

/** The level of that id; null for an id that no longer, or not yet, exists. */
export function levelOf(id: string): Level | null {
  return levels[places.get(id) ?? -1] ?? null
}

/** The level `by` rungs above (or below, if negative), kept on the ladder; an unknown id counts as the first. */
export function levelBeside(id: string, by: number): Level {
  const place = Math.min(levels.length - 1, Math.max(0, (places.get(id) ?? 0) + by))
  const level = levels[place]
  if (!level) throw new Error('The ladder of arithmetic is empty')
  return level
}

/** Where a child of this grade (1 to 6) and term begins; an unknown grade begins at the first rung. */
export function startLevel(grade: number | null, term: 1 | 2): LevelId {
  const start = levels.find((level) => level.grade === grade && level.term === term)
  return (start ?? levelBeside('', 0)).id
}
