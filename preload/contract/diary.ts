import { z } from 'zod'
import { child, method } from './define.ts'
import { id } from './people.ts'

const tools = ['pen', 'brush', 'rubber'] as const
export type Tool = (typeof tools)[number]

/** The drawing paper is 1000 × 1000 units whatever the screen; a point is x, y, pressure 0..1, flat in one array. */
export const strokeStep = z.strictObject({
  id,
  kind: z.literal('stroke'),
  tool: z.enum(tools),
  /** Index into the palette of `renderer/ui/tokens.css` (`--paint-0` …). */
  colour: z.int().min(0).max(11),
  /** Width in paper units. */
  size: z.number().min(2).max(80),
  points: z.array(z.number().min(-100).max(1100)).min(3).max(30_000),
  /** It goes on where the stroke before it was full: both were drawn in one go, and are taken back in one. */
  joined: z.literal(true).optional(),
})
export const textStep = z.strictObject({
  id,
  kind: z.literal('text'),
  /** The whole text after this step. */
  text: z.string().max(20_000),
})
const step = z.discriminatedUnion('kind', [strokeStep, textStep])
export type StrokeStep = z.infer<typeof strokeStep>
export type Step = z.infer<typeof step>

export interface PageSummary {
  readonly id: string
  readonly day: string
  readonly startedAt: number
  /** The day is not known: it is shown without a date. */
  readonly clockWrong: boolean
  /** Address of a small picture of the page, or null while there is none. */
  readonly thumbnail: string | null
  readonly opening: string
  /** Its key does not open at this seat: the page is whole, and stays shut until it does. */
  readonly isClosed: boolean
}

export interface DiaryPage {
  readonly id: string
  readonly day: string
  readonly startedAt: number
  /** The day is not known: it is shown without a date. */
  readonly clockWrong: boolean
  readonly text: string
  readonly strokes: readonly StrokeStep[]
  readonly mayUndo: boolean
  readonly mayRedo: boolean
}

export const diaryMethods = {
  /** Newest first, `limit` pages older than `before` (a page's id, exclusive). */
  pages: method(child, z.strictObject({ before: id.optional(), limit: z.int().min(1).max(60) })).answers<{
    readonly pages: readonly PageSummary[]
    readonly total: number
  }>(),
  /** A fresh page; today's empty one, where it exists, is given again. */
  begin: method(child, z.void()).answers<DiaryPage>(),
  open: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  /** Saves one step; the same id again replaces it (a long stroke is saved every second while it grows). */
  put: method(child, z.strictObject({ page: id, step })).answers<void>(),
  undo: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  redo: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  /** A PNG or WebP of at most 200 kB. */
  keepThumbnail: method(child, z.strictObject({ page: id, image: z.instanceof(Uint8Array) })).answers<void>(),
}
