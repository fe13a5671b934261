import { z } from 'zod'

/** The name of a backup's open list: its number and its second. */
export const LIST = /^backup-(\d{6,9})-\d{8}T\d{6}Z\.json$/

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** A file of the backup's own folder, `objects/ab/cd….age` at the deepest. */
const name = z.string().regex(/^[\w-]+(\/[\w-]+){0,2}(\.[\w-]+)*$/)

/** What stands open beside each backup: enough to check it without its key, and nothing of what it holds. */
export const openList = z.strictObject({
  format: z.literal(1),
  number: z.int().min(1).max(999_999_999),
  at: z.int().min(0),
  trusted: z.boolean(),
  version: z.string().max(40),
  schema: z.int().min(1),
  recipient: z.string().regex(/^age1[0-9a-z]{20,100}$/),
  /** How many children had been erased when it was made: an older backup with fewer goes. */
  erased: z.int().min(0),
  database: name,
  inside: name,
  /** As they lie there, locked. */
  files: z.array(z.strictObject({ name, bytes: z.int().min(0), sha256: hash })).max(2_000_000),
})
export type OpenList = z.infer<typeof openList>

/** Below the media folder. */
const mediaPath = z.string().regex(/^(?!\.)[\w-]+(\/[\w-]+){0,4}(\.[\w-]+)*$/)

/** What only the key opens: what the backup holds. */
export const insideList = z.strictObject({
  format: z.literal(1),
  number: z.int(),
  school: z.string(),
  room: z.string(),
  seat: z.int(),
  database: z.strictObject({ bytes: z.int().min(0), sha256: hash }),
  rows: z.record(z.string(), z.int().min(0)),
  /** `bytes` as they were, `sha256` as they lie locked: two of them cannot change places. */
  media: z
    .array(z.strictObject({ path: mediaPath, name, bytes: z.int().min(0), sha256: hash }))
    .max(2_000_000),
})
export type InsideList = z.infer<typeof insideList>
