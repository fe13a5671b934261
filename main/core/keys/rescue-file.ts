import { dirname } from 'node:path'
import { mkdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAside } from '../backup/write-aside.ts'
import { codeOf } from '../kernel/storage-problem.ts'
import type { RescuePair } from './key-store.ts'

const form = z.object({
  pairs: z.array(z.object({ id: z.string(), publicKey: z.string(), privateKey: z.string() })),
  keys: z.array(z.object({ id: z.string(), childId: z.string(), pair: z.string(), wrapped: z.string() })),
})

/** A child's key, wrapped by the public half of a rescue pair. */
export type RescuedKey = z.infer<typeof form>['keys'][number]

export interface Rescued {
  /** Whose private halves open with a recovery key on paper. */
  readonly pairs: readonly RescuePair[]
  readonly keys: readonly RescuedKey[]
}

/**
 * What the recovery paper opens: one file of one name, beside the backups and in none of them. It is written anew without whom the room
 * erased, so that an older copy of the database opens no more with it; who copies the folder again over an older copy replaces it there.
 */
export interface RescueFile {
  /** Empty where there is none or it is damaged: it is made again of what opens at this seat. Throws what the file system throws. */
  read(): Rescued
  /** On disk when it returns; nothing where it stands so. Throws what the file system throws. */
  write(rescued: Rescued): void
}

export function rescueFile(path: string): RescueFile {
  const text = (): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return ''
      throw error
    }
  }
  return {
    read: () => {
      try {
        return form.parse(JSON.parse(text()))
      } catch (error) {
        if (error instanceof SyntaxError || error instanceof z.ZodError) return { pairs: [], keys: [] }
        throw error
      }
    },
    write: (rescued) => {
      const next = JSON.stringify(rescued)
      if (next === text()) return
      mkdirSync(dirname(path), { recursive: true })
      writeAside(path, next)
    },
  }
}
