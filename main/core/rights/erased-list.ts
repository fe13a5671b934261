import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAside } from '../backup/write-aside.ts'
import { codeOf } from '../kernel/storage-problem.ts'

/**
 * Who was erased, beside the database: a backup that is put in its place must not bring a child back. Ids alone; nothing else of a
 * child is there. It only grows.
 */
export interface ErasedList {
  readonly ids: () => ReadonlySet<string>
  /** On disk when it returns. Throws what the file system throws. */
  add(ids: readonly string[]): void
}

const written = z.object({ erased: z.array(z.string()) })

export function erasedList(path: string): ErasedList {
  let known = new Set(read(path))
  return {
    ids: () => known,
    add: (ids) => {
      const next = new Set([...known, ...ids])
      if (next.size === known.size) return
      writeAside(path, JSON.stringify({ erased: [...next] }))
      known = next
    },
  }
}

/** A list that cannot be read is none: the database's own marks of who is gone are added to it again. */
function read(path: string): readonly string[] {
  try {
    return written.parse(JSON.parse(readFileSync(path, 'utf8'))).erased
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}
