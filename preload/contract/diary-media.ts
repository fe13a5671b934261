import { z } from 'zod'
import { child, method } from './define.ts'
import { itemStep } from './diary.ts'
import { id } from './people.ts'

/** The most that `append` takes at once: a whole photograph. */
const MOST_PIECE = 1.5 * 2 ** 20

/** A file that a page will hold was begun; what it may become. */
export interface PageMediaBegun {
  /** Longest, seconds; 0 for a picture. */
  readonly mostSeconds: number
  readonly mostBytes: number
}

/**
 * What is said, photographed or pasted on a page: sealed file by file. It is on the page when `diary.put` puts down a step whose
 * `thing` names it. Where none ever comes (a power cut, a page that died, a turn that ended), main puts down the one that `begin` brought.
 */
export const diaryMediaMethods = {
  /** The `thing` of `step` names the new file, by an id that the window makes. Refuses `bad-input` for a known one. */
  begin: method(child, z.strictObject({ page: id, step: itemStep })).answers<PageMediaBegun>(),
  /**
   * On disk and sealed when it answers. Answers how many pieces there are now: one that is not the next is not taken. Refuses
   * `file-too-large` beyond what `begin` said; what is kept stays.
   */
  append: method(
    child,
    z.strictObject({
      media: id,
      piece: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= MOST_PIECE),
    }),
  ).answers<{ readonly pieces: number }>(),
  /** No more comes; answers its address. One without anything in it is `bad-input`, one that is not what it should be `file-unreadable`; both are gone. */
  finish: method(child, z.strictObject({ media: id, seconds: z.int().min(0).max(3600) })).answers<{
    readonly address: string
  }>(),
  /** Not wanted, before it was put down: gone for good. */
  drop: method(child, z.strictObject({ media: id })).answers<void>(),
}
