import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { WebContents } from 'electron'

export interface Paper {
  readonly print: () => Promise<Result<void, Refusal>>
  readonly pdf: () => Promise<Result<Uint8Array, Refusal>>
}

export interface PaperParts {
  /** Sheets that lie. */
  readonly landscape?: boolean
  /** Grounds are printed too. Else the margins stay white, and what has to be dark says so itself (`print-color-adjust`). */
  readonly grounds?: boolean
  /** On both sides, turned over the short edge: lying sheets become a booklet. A printer that cannot, prints one side. */
  readonly booklet?: boolean
}

/** Prints a window as it stands. Silent: a print dialog of the system would lead out of the room. */
export function createPaper(
  of: () => WebContents | undefined,
  log: Log,
  { landscape = false, grounds = false, booklet = false }: PaperParts = {},
): Paper {
  const how = { printBackground: grounds, landscape, pageSize: 'A4' } as const
  return {
    print: async () => {
      const contents = of()
      if (!contents) return err(refuse('not-from-here'))
      const printers = await contents.getPrintersAsync()
      if (printers.length === 0) return err(refuse('no-printer'))
      return new Promise((resolve) => {
        const sides = booklet ? ({ duplexMode: 'shortEdge' } as const) : {}
        contents.print({ ...how, ...sides, silent: true }, (printed, why) => {
          if (!printed) log.warn('Nothing was printed', { why })
          resolve(printed ? ok(undefined) : err(refuse('no-printer')))
        })
      })
    },
    pdf: async () => {
      const contents = of()
      if (!contents) return err(refuse('not-from-here'))
      const bytes = await contents.printToPDF({ ...how, preferCSSPageSize: true })
      return ok(new Uint8Array(bytes))
    },
  }
}
