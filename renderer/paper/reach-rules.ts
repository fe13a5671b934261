import type { DiarySheet } from '#contract/diary.ts'
import { square } from './units.ts'

/** How far to the right anything on a sheet is seen, paper units; 0 where nothing is. What a rubber took away is not asked. */
export function reachOf(marks: DiarySheet['marks']): number {
  let reach = 0
  for (const mark of marks) {
    if (mark.kind === 'item') {
      if (mark.thing.kind === 'voice') continue
      // A print is never larger than its square.
      const turn = (mark.at.turn * Math.PI) / 180
      const half = (mark.at.size / 2) * (Math.abs(Math.cos(turn)) + Math.abs(Math.sin(turn)))
      reach = Math.max(reach, mark.at.x + half)
      continue
    }
    if (mark.tool === 'rubber') continue
    let right = 0
    for (let at = 0; at < mark.points.length; at += 3) right = Math.max(right, mark.points[at] ?? 0)
    right += mark.size / 2
    // Pages of before had the square only, and ended there.
    reach = Math.max(reach, mark.sheet === undefined ? Math.min(right, square.width) : right)
  }
  return reach
}
