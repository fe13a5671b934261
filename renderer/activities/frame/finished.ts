import type { Json } from '#contract/learning.ts'

/** An exercise that is done, with the answer that was right. */
export interface Finished {
  readonly exercise: unknown
  readonly answer: Json
}
