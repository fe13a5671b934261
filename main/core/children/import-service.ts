import type { ImportPreview } from '#contract/children.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { storageProblem } from '#core/kernel/storage-problem.ts'
import { createContactStore } from '../contacts/store.ts'
import { agreedLines, type Decision } from './import-decision-rules.ts'
import { localDay } from '#core/staff/check-rules.ts'
import { applyRows, previewImport } from './import-job.ts'
import type { Applied, ApplyWatch, ListedLines, Preview, PreviewInput } from './import-job.ts'
import { shownPreview } from './import-preview.ts'
import type { ImportPlan } from './import-plan-rules.ts'
import type { ImportRow } from './import-rules.ts'
import type { FileProblem } from './import-text-rules.ts'
import { knownChildren } from './known-children.ts'
import type { ChildStore } from './store.ts'

export type ImportCounts = Pick<Applied, 'created' | 'updated' | 'skipped'>

/** Class lists: shown first, then written (S3). */
export interface ImportService {
  /** Refuses with `file-too-large` or `file-unreadable`; `facts.problem` says why (`import.file-problem.<code>`). */
  preview(file: Uint8Array): Promise<Result<ImportPreview, Refusal>>
  /**
   * Writes what the preview showed, and of its questions what staff decided; a question without a decision is left out. Refuses
   * with `bad-input` (a decision that was not offered, one child for two lines), with `import-expired`, with `stopped`, or with a
   * storage problem; what was written before stays.
   */
  apply(token: string, decisions?: readonly Decision[]): Promise<Result<ImportCounts, Refusal>>
  /** After the batch that is being written. */
  stop(token: string): void
}

/** The slow parts in a thread of their own; where they are not handed in, they run here. */
export interface ImportThreads {
  readonly preview: (input: PreviewInput) => Promise<Result<Preview, FileProblem>>
  readonly apply: (lines: ListedLines, watch: ApplyWatch) => Promise<Applied>
}

export interface ImportParts {
  readonly threads?: ImportThreads | undefined
  readonly onProgress: (token: string, done: number) => void
  /** Children were written. */
  readonly onWritten: () => void
}

/** How long a list that was shown can be written, ms. */
const KEPT_FOR = 10 * 60_000
/** Lists kept at once: one is looked at, one may be the wrong file. */
const MOST_KEPT = 3
/** A longer file is read in a thread: 20 ms on a donated PC. */
const SMALL = 256 * 1024

interface Kept {
  readonly rows: readonly ImportRow[]
  readonly plan: ImportPlan
  readonly until: number
  running?: { readonly stop: AbortController; readonly done: Promise<Result<ImportCounts, Refusal>> }
}

export function createImportService(store: ChildStore, ground: Ground, parts: ImportParts): ImportService {
  const { db, clock, newId, zoneOffset } = ground
  const contacts = createContactStore(db)
  const kept = new Map<string, Kept>()

  const forget = (): void => {
    for (const [token, list] of kept) if (!list.running && clock.monotonic() >= list.until) kept.delete(token)
    const idle = [...kept].filter(([, list]) => !list.running)
    for (const [token] of idle.slice(0, Math.max(0, idle.length - MOST_KEPT))) kept.delete(token)
  }

  const write = async (token: string, lines: ListedLines, signal: AbortSignal) => {
    const watch = { signal, onProgress: (done: number) => parts.onProgress(token, done) }
    try {
      const apply = parts.threads?.apply ?? ((list, wishes) => applyRows(db, list, ground, wishes))
      const { stopped, created, updated, skipped } = await apply(lines, watch)
      if (stopped) return err(refuse('stopped', { facts: { created, updated } }))
      kept.delete(token)
      return ok({ created, updated, skipped })
    } catch (error) {
      const problem = storageProblem(error)
      if (!problem) throw error
      return err(refuse(problem))
    } finally {
      parts.onWritten()
    }
  }

  return {
    preview: async (bytes) => {
      const now = clock.now().at
      const input = {
        bytes,
        today: localDay(now, zoneOffset(now)),
        known: knownChildren(store, contacts),
      }
      const small = bytes.length <= SMALL || !parts.threads
      const read = small ? previewImport(input) : await parts.threads.preview(input)
      if (!read.ok) {
        const code =
          read.error === 'file-too-large' || read.error === 'too-many-lines'
            ? 'file-too-large'
            : 'file-unreadable'
        return err(refuse(code, { facts: { problem: read.error } }))
      }
      const token = newId()
      const { list, plan } = read.value
      kept.set(token, { rows: list.rows, plan, until: clock.monotonic() + KEPT_FOR })
      forget()
      return ok(shownPreview(token, read.value))
    },
    apply: async (token, decisions = []) => {
      forget()
      const list = kept.get(token)
      if (!list) return err(refuse('import-expired'))
      // A second tap on the button is the same import.
      if (list.running) return list.running.done
      const agreed = agreedLines(list.plan, decisions)
      if (!agreed) return err(refuse('bad-input'))
      const stop = new AbortController()
      const done = write(token, { rows: list.rows, agreed }, stop.signal).finally(() => delete list.running)
      list.running = { stop, done }
      return done
    },
    stop: (token) => kept.get(token)?.running?.stop.abort(),
  }
}
