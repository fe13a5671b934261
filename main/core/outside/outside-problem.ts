import type { StorageProblem } from '#core/kernel/storage-problem.ts'
import type { StickProblem } from './stick-writer.ts'

/** Why a backup was not made, or did not come back; each has a plain sentence (`refusal.backup-…`). */
export type OutsideProblem =
  | { readonly kind: StorageProblem | StickProblem | 'stopped' }
  /** What was read back is not what was written. */
  | { readonly kind: 'stick-bad' }
  | { readonly kind: 'wrong-key' }
  /** A file of it is not there, or not as it was written. */
  | { readonly kind: 'damaged'; readonly file: string }
  /** Made by a newer program than this. */
  | { readonly kind: 'newer' }
