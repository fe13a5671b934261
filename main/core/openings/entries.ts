import { z } from 'zod'
import { openingMinutes, openingReasons, reportTargets } from '#contract/openings.ts'

const adult = z.object({ id: z.string(), name: z.string() })

/** What the record says of an opening: nothing of what the page said. */
const openedEntry = z.object({
  kind: z.literal('opened'),
  opening: z.string(),
  /** As people say it: the year and a number. */
  number: z.string(),
  at: z.number(),
  trusted: z.boolean(),
  child: z.string(),
  adults: z.tuple([adult, adult]),
  reason: z.enum(openingReasons),
  /** SHA-256 of a salt and the words, which lie beside the chain. */
  words: z.string(),
  from: z.string(),
  to: z.string(),
  /** Ids. */
  pages: z.array(z.string()),
  minutes: z.union(openingMinutes.map((each) => z.literal(each))),
})
const closedEntry = z.object({
  kind: z.literal('closed'),
  opening: z.string(),
  at: z.number(),
  trusted: z.boolean(),
  end: z.enum(['by-hand', 'time', 'left', 'sleep', 'cut']),
})
const reportedEntry = z.object({
  kind: z.literal('reported'),
  opening: z.string(),
  at: z.number(),
  trusted: z.boolean(),
  to: z.enum(reportTargets),
  /** `HH:MM`, as who wrote it down said. */
  said: z.string(),
  by: adult,
})
/** The record was found broken, so that what follows does not hide it. */
const brokenEntry = z.object({
  kind: z.literal('broken'),
  at: z.number(),
  trusted: z.boolean(),
  number: z.number(),
  fault: z.enum(['changed', 'missing', 'cut-off']),
})
const entry = z.discriminatedUnion('kind', [openedEntry, closedEntry, reportedEntry, brokenEntry])
export type Entry = z.infer<typeof entry>
export type ReportedEntry = z.infer<typeof reportedEntry>
export type OpenedEntry = z.infer<typeof openedEntry>

/** Undefined for what somebody else has put there. */
export function readEntry(text: string): Entry | undefined {
  try {
    return entry.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
