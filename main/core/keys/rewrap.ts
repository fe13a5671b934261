import type { Log } from '../kernel/log.ts'
import type { KeyFiles } from './key-files.ts'
import type { Key } from './seal.ts'
import { createWrapping, type Wrapping } from './wrapping.ts'

export interface RewrapParts {
  readonly files: KeyFiles
  /** The secret of the seat that this disk was copied from; undefined where it is nobody’s copy. */
  readonly copied: Key | undefined
  readonly wrapping: Wrapping
  /** Destroys that secret. */
  readonly dropCopied: () => void
}

/**
 * On a disk that was copied from another seat the children's keys are wrapped by that seat's secret: whoever steals the one PC could
 * open what is written on the other. Wraps them by our own secret. A cut at any moment leaves the rest for the next start; what opens
 * by neither stays as it is. The escrow is made anew by the next two who sign in. Throws what the file system throws.
 */
export function wrapAnew({ files, copied, wrapping, dropCopied }: RewrapParts, log: Log): void {
  if (!copied) return
  const theirs = createWrapping(copied, files, log)
  let keys = 0
  for (const { id, childId } of files.all()) {
    const part = wrapping.part(id)
    part?.fill(0)
    const key = part ? undefined : theirs.unwrap(id)
    if (!key) continue
    // A copy: theirs are overwritten below.
    wrapping.keep(id, childId, Uint8Array.from(key))
    keys++
  }
  theirs.forget()
  copied.fill(0)
  dropCopied()
  log.info('Keys of diaries are wrapped by the secret of this seat now', { keys })
}
