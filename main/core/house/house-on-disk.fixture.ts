import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { silentLog } from '../kernel/log.ts'
import type { Result } from '../kernel/result.ts'
import { jobs } from './jobs.ts'
import { openHouse, type House } from './open-house.ts'
import type { RunJob } from './run-job.ts'

const DAY = 86_400_000

/** The jobs themselves, in this thread. */
export const runJobHere: RunJob = async (name, input, wishes = {}) => {
  const watch = { onProgress: () => {}, signal: wishes.signal ?? new AbortController().signal }
  return (await (jobs[name] as (input: unknown, watch: unknown) => unknown)(input, watch)) as never
}

/** A house in this folder, as a start of the program opens it. Throws why it does not open. */
export function openHouseIn(folder: string, other: Partial<Parameters<typeof openHouse>[0]> = {}): House {
  const opened = openHouse({
    folder,
    seat: 'seat-1',
    clockMemory: NO_MEMORY,
    keepClock: () => {},
    builtAt: Date.now() - 30 * DAY,
    version: '0',
    example: false,
    examplePin: null,
    documents: folder,
    runJob: runJobHere,
    openingsAnchor: { read: () => undefined, keep: () => undefined },
    log: silentLog,
    ...other,
  })
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}

/** Every file at or below this path. */
export function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}

/** What was answered. Throws a refusal. */
export function value<T>(answer: Result<T, unknown>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
