import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { WebContents } from 'electron'

export interface Paper {
  readonly print: () => Promise<Result<void, Refusal>>
  readonly pdf: () => Promise<Result<Uint8Array, Refusal>>
}

/** Prints the staff window as it stands. Silent: a print dialog of the system would lead out of the room. */
export function createPaper(staff: () => WebContents | undefined, log: Log): Paper {
  return {
    print: async () => {
      const contents = staff()
      if (!contents) return err(refuse('not-from-here'))
      const printers = await contents.getPrintersAsync()
      if (printers.length === 0) return err(refuse('no-printer'))
      return new Promise((resolve) => {
        contents.print({ silent: true, printBackground: true }, (printed, why) => {
          if (!printed) log.warn('Nothing was printed', { why })
          resolve(printed ? ok(undefined) : err(refuse('no-printer')))
        })
      })
    },
    pdf: async () => {
      const contents = staff()
      if (!contents) return err(refuse('not-from-here'))
      const bytes = await contents.printToPDF({
        printBackground: true,
        pageSize: 'A4',
        preferCSSPageSize: true,
      })
      return ok(new Uint8Array(bytes))
    },
  }
}
