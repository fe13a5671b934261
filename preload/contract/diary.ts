import { z } from 'zod'
import { child, method } from './define.ts'
import { moods } from './feelings.ts'
import { id } from './people.ts'

const tools = ['pen', 'brush', 'rubber'] as const
export type Tool = (typeof tools)[number]

/**
 * A sheet is 1760 × 1000 units whatever the screen; its square of drawing paper is the left 1000 × 1000. A point is x, y,
 * pressure 0..1, flat in one array.
 */
const sheet = z.int().min(0).max(11)
export const strokeStep = z.strictObject({
  id,
  kind: z.literal('stroke'),
  /** Absent: drawn before a page had sheets, on the square of the first, and not seen beyond its edge. */
  sheet: sheet.optional(),
  tool: z.enum(tools),
  /** Index into the palette of `renderer/ui/tokens.css` (`--paint-0` …). */
  colour: z.int().min(0).max(11),
  /** Width in paper units. */
  size: z.number().min(2).max(80),
  points: z.array(z.number().min(-100).max(1860)).min(3).max(30_000),
  /** It goes on where the stroke before it was full: both were drawn in one go, and are taken back in one. */
  joined: z.literal(true).optional(),
})
export const textStep = z.strictObject({
  id,
  kind: z.literal('text'),
  /** Absent: the first. */
  sheet: sheet.optional(),
  /** The whole text of the sheet after this step. */
  text: z.string().max(20_000),
})

/** Middle of a thing in paper units, its longer side in paper units, and how far it is turned, degrees clockwise. */
const at = z.strictObject({
  x: z.number().min(0).max(1760),
  y: z.number().min(0).max(1000),
  size: z.number().min(60).max(1760),
  turn: z.number().min(0).lt(360),
})
export type At = z.infer<typeof at>

/** What can be put down on a sheet. `media` names a file that the page keeps (`DiaryPage.media`). */
const thing = z.discriminatedUnion('kind', [
  /** Name of a drawing in `renderer/paper/stickers`. */
  z.strictObject({ kind: z.literal('sticker'), name: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  z.strictObject({ kind: z.literal('photo'), media: id }),
  /** Lies in the row under the sheet: its `at` says nothing. */
  z.strictObject({
    kind: z.literal('voice'),
    media: id,
    seconds: z.int().min(0).max(3600),
    /** How loud it was from beginning to end, 0 to 9; none where nobody listened to the end of it. */
    peaks: z.array(z.int().min(0).max(9)).max(60).optional(),
  }),
  /** Pasted from what was made elsewhere in the house; `from` is the name of the activity. */
  z.strictObject({
    kind: z.literal('picture'),
    media: id,
    from: z.string().regex(/^[a-z0-9-]{1,60}$/),
  }),
  z.strictObject({ kind: z.literal('mood'), mood: z.enum(moods) }),
])
export type Thing = z.infer<typeof thing>

/** Puts a thing down, on top of all. */
export const itemStep = z.strictObject({ id, kind: z.literal('item'), sheet, item: id, thing, at })
/** A thing that lies there is moved, turned, sized (and lies on top of all then), or taken away. */
const moveStep = z.strictObject({
  id,
  kind: z.literal('move'),
  item: id,
  to: z.union([at, z.literal('gone')]),
})
/** What is printed on a sheet. */
export const papers = ['both', 'picture', 'words', 'comic', 'letter', 'growing'] as const
export type PaperName = (typeof papers)[number]
/** One more sheet, or another paper for one that is there. */
const sheetStep = z.strictObject({ id, kind: z.literal('sheet'), sheet, paper: z.enum(papers) })

const step = z.discriminatedUnion('kind', [strokeStep, textStep, itemStep, moveStep, sheetStep])
export type ItemStep = z.infer<typeof itemStep>
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

/** A thing that lies on a sheet. */
export interface DiaryItem {
  readonly kind: 'item'
  readonly id: string
  readonly thing: Thing
  readonly at: At
}

export interface DiarySheet {
  readonly paper: PaperName
  readonly text: string
  /** What was drawn and put down, the lowest first. A rubber takes off what was drawn, never a thing. */
  readonly marks: readonly (StrokeStep | DiaryItem)[]
}

export interface DiaryPage {
  readonly id: string
  readonly day: string
  readonly startedAt: number
  /** The day is not known: it is shown without a date. */
  readonly clockWrong: boolean
  /** One at least. */
  readonly sheets: readonly DiarySheet[]
  /** Address of each file that things on the page name; one that is missing here cannot be shown any more. */
  readonly media: Readonly<Record<string, string>>
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
  /** The page of today that was begun last; a fresh one where there is none. */
  today: method(child, z.void()).answers<DiaryPage>(),
  open: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  /** Saves one step; the same id again replaces it (a long stroke or move is saved twice a second while it grows). */
  put: method(child, z.strictObject({ page: id, step })).answers<void>(),
  undo: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  redo: method(child, z.strictObject({ page: id })).answers<DiaryPage>(),
  /** A PNG or WebP of at most 200 kB. */
  keepThumbnail: method(child, z.strictObject({ page: id, image: z.instanceof(Uint8Array) })).answers<void>(),
}
