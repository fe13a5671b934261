import type { PrintLine } from '#contract/learning.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { activityOf } from './activities.ts'
import type { Random } from './random-rules.ts'

/** Fresh exercises of one level on paper, as many as it has without asking one twice. `not-found` for an unknown activity or level. */
export function sheetOf(
  id: string,
  level: string,
  count: number,
  random: Random,
): Result<readonly PrintLine[], Refusal> {
  const activity = activityOf(id)
  if (!activity?.levels.some((one) => one.id === level)) return err(refuse('not-found'))
  const state = activity.readState(null, level)
  const keys: string[] = []
  const lines: PrintLine[] = []
  for (let made = 0; made < count; made += 1) {
    const asking = { grade: null, term: 1, inRound: keys, seen: keys } as const
    const exercise = activity.next(state, random, asking)
    if (keys.includes(exercise.key)) break
    keys.push(exercise.key)
    const line = activity.print(exercise)
    if (line) lines.push(line)
  }
  return ok(lines)
}
