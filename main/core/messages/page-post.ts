import { refuse, type Refusal } from '#contract/refusal.ts'
import type { MessageStart } from '#contract/wire.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import { keyIdOf } from '../keys/seal.ts'
import { pictureType } from '../media/picture-rules.ts'
import type { MediaStore } from '../media/store.ts'
import { kindOf, startsAs } from './content-rules.ts'
import type { Keeping } from './keeping.ts'
import type { MessageRow, MessageStore } from './store.ts'

/** Where the file of such a message lies, bound into its seal. */
const placeOf = (id: string): string => `message/${id}`

/** What is to go: a picture of a sheet, or a voice that lies on the page. */
export interface PagePart {
  readonly kind: 'drawing' | 'voice'
  readonly bytes: Uint8Array
  /** 0 for a picture. */
  readonly lengthMs: number
}

export interface PageFile extends Pick<MessageStart, 'id' | 'kind' | 'type' | 'size' | 'lengthMs'> {
  readonly hash: string
}

/**
 * Pages of the diary that go to one of the family by the way of messages (D2). Until one has gone up its file lies here sealed with
 * the child's own key, like the page that it shows.
 */
export interface PagePost {
  /** Seals and keeps what is to go, in this order. `write` belongs into the transaction that gives the page; without it the files are swept. */
  prepare(childId: string, parts: readonly PagePart[]): Promise<Result<readonly PageFile[], Refusal>>
  write(
    of: { readonly childId: string; readonly contactId: string; readonly shareId: string },
    files: readonly PageFile[],
  ): void
  /** Takes back what waits here and what is at the call server, seen or not; the server is told when there is a line. */
  takeBack(ids: readonly string[]): Promise<void>
  look(ids: readonly string[]): { readonly waiting: boolean; readonly seen: boolean }
  /** Something was written or taken back: the post goes at it now. */
  soon(): void
}

/** The bytes of a message's file, opened where it is sealed. */
export type ReadMessage = (row: MessageRow) => Promise<Uint8Array | undefined>

export function readMessageWith(media: Pick<MediaStore, 'read'>, keys: ChildKeys): ReadMessage {
  return async (row) => {
    const bytes = row.hash === null ? undefined : await media.read('message', row.hash)
    if (!bytes || keyIdOf(bytes) === undefined) return bytes
    const opened = keys.ringOf(row.childId).openBytes(placeOf(row.id), bytes)
    keys.forget()
    return opened
  }
}

export interface PagePostParts {
  readonly store: MessageStore
  readonly media: Pick<MediaStore, 'keep'>
  readonly keys: ChildKeys
  readonly keeping: Pick<Keeping, 'takeBack'>
  readonly soon: () => void
}

export function createPagePost(
  { db, clock, newId }: Ground,
  { store, media, keys, keeping, soon }: PagePostParts,
): PagePost {
  return {
    prepare: async (childId, parts) => {
      const files: PageFile[] = []
      for (const { kind, bytes, lengthMs } of parts) {
        const type = typeOf(bytes)
        if (!type || kindOf(type) !== kind) return err(refuse('file-unreadable'))
        const id = newId()
        const ring = keys.ringOf(childId)
        const kept = await media.keep(ring.sealBytes(ring.own(), placeOf(id), bytes), 'message')
        if (!kept.ok) return err(refuse(kept.error))
        files.push({ id, kind, type, size: bytes.length, lengthMs, hash: kept.value })
      }
      return ok(files)
    },
    write: ({ childId, contactId, shareId }, files) =>
      db.transaction(() => {
        for (const { hash, ...file } of files) {
          const row = { ...file, childId, contactId, direction: 'out' } as const
          store.add({ ...row, ...clock.now(), state: 'waiting', seenAt: null })
          store.setPage(file.id, { hash, shareId })
        }
      }),
    takeBack: async (ids) => {
      for (const id of ids) {
        const row = store.find(id)
        if (row) await keeping.takeBack(row)
        else store.takeBack(id)
      }
    },
    look: (ids) => {
      const rows = ids.map((id) => store.find(id))
      return {
        waiting: rows.some((row) => row?.state === 'waiting'),
        seen: rows.some((row) => row !== undefined && row.seenAt !== null),
      }
    },
    soon,
  }
}

const voices = ['audio/mp4', 'audio/webm', 'audio/ogg'] as const

const typeOf = (bytes: Uint8Array): MessageStart['type'] | undefined =>
  pictureType(bytes) ?? voices.find((type) => startsAs(type, bytes))
