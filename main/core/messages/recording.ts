import type { MessageBegun } from '#contract/messages.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { MessageStart } from '#contract/wire.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { MediaStore } from '../media/store.ts'
import { kindOf, startsAs } from './content-rules.ts'
import { messageLimits } from './limit-rules.ts'
import type { PartFiles } from './part-files.ts'
import type { MessageRow, MessageStore } from './store.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/** What a child says, films or draws, on the disk while it grows: a cut loses what was not appended yet. */
export interface Recording {
  begin(
    childId: string,
    what: { readonly contactId: string } & Pick<MessageStart, 'kind' | 'type'>,
  ): Answer<MessageBegun>
  append(childId: string, id: string, offset: number, bytes: Uint8Array): Answer<{ readonly bytes: number }>
  finish(childId: string, id: string, lengthMs: number): Answer<MessageRow>
  /** Makes drafts of what is still open: a power cut, a page that died, a session that ended. */
  closeOpen(): Promise<void>
}

export interface RecordingParts {
  readonly store: MessageStore
  readonly files: PartFiles
  readonly media: Pick<MediaStore, 'adopt'>
  readonly contacts: Pick<ContactsService, 'may'>
}

export function createRecording(
  { clock, newId, log }: Ground,
  { store, files, media, contacts }: RecordingParts,
): Recording {
  const open = (childId: string, id: string): MessageRow | undefined => {
    const row = store.find(id)
    return row?.childId === childId && row.state === 'recording' ? row : undefined
  }
  const forget = async (id: string): Promise<void> => {
    store.remove(id)
    await files.remove(id)
  }

  const close = async (row: MessageRow, lengthMs: number): Answer<MessageRow> => {
    const size = await files.size(row.id)
    if (size === 0) {
      await forget(row.id)
      return err(refuse('bad-input'))
    }
    if (!startsAs(row.type, await files.first(row.id))) {
      await forget(row.id)
      return err(refuse('file-unreadable'))
    }
    const kept = await media.adopt(files.path(row.id), 'message')
    if (!kept.ok) return err(refuse(kept.error))
    const most = messageLimits[row.kind].ms
    store.setDraft(row.id, { hash: kept.value, size, lengthMs: Math.min(lengthMs, most) })
    return found(store.find(row.id))
  }

  const closeOpen = async (): Promise<void> => {
    for (const row of store.inState('recording')) {
      const done = await safely(async () => close(row, await files.grewFor(row.id)))
      if (!done.ok) log.warn('A recording that was left open could not be kept', { code: done.error.code })
    }
  }

  return {
    begin: async (childId, { contactId, kind, type }) => {
      if (kindOf(type) !== kind) return err(refuse('bad-input'))
      if (!contacts.may({ childId, contactId }, 'messages')) return err(refuse('no-consent'))
      // One at a time: a page that died in the middle of one has begun anew.
      await closeOpen()
      const id = newId()
      const start = { id, childId, contactId, direction: 'out', kind, type } as const
      store.add({ ...start, size: 0, lengthMs: 0, ...clock.now(), state: 'recording', seenAt: null })
      const { ms, bytes } = messageLimits[kind]
      return ok({ id, mostMs: ms, mostBytes: bytes })
    },

    append: async (childId, id, offset, bytes) => {
      const row = open(childId, id)
      if (!row) return err(refuse('not-found'))
      if (row.kind === 'drawing' && offset !== 0) return err(refuse('bad-input'))
      if (offset + bytes.length > messageLimits[row.kind].bytes) return err(refuse('file-too-large'))
      return safely(async () => {
        if (row.kind === 'drawing') {
          await files.replace(id, bytes)
          return ok({ bytes: bytes.length })
        }
        const there = await files.size(id)
        if (offset !== there) return ok({ bytes: there })
        await files.write(id, there, bytes)
        return ok({ bytes: there + bytes.length })
      })
    },

    finish: async (childId, id, lengthMs) => {
      const row = open(childId, id)
      if (row) return safely(() => close(row, lengthMs))
      // Finished before, by the end of a session or a second tap.
      const known = store.find(id)
      return known?.childId === childId && known.state === 'draft' ? ok(known) : err(refuse('not-found'))
    },

    closeOpen,
  }
}

/** A disk that does not take it is an answer, not the end. */
async function safely<T>(work: () => Answer<T>): Answer<T> {
  try {
    return await work()
  } catch (error) {
    const problem = storageProblem(error)
    if (!problem) throw error
    return err(refuse(problem))
  }
}

const found = (row: MessageRow | undefined): Result<MessageRow, Refusal> =>
  row ? ok(row) : err(refuse('not-found'))
