import { z } from 'zod'
import type { MessageStart } from '#contract/wire.ts'
import type { SeatLine, SeatRequest } from '../calls/seat-line.ts'
import { hexHash } from '../calls/signing-keys.ts'
import type { WireFailure } from '../calls/wire-request.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ReadMessage } from './page-post.ts'
import { PIECE_BYTES, PIECE_MS } from './limit-rules.ts'
import { needsTelling, type PostTrouble } from './post-rules.ts'
import type { MessageRow, MessageStore } from './store.ts'
import { LINE, type Tries } from './tries.ts'

const upload = z.object({ offset: z.number(), arrived: z.boolean() })
type Upload = z.infer<typeof upload>

interface Trouble {
  readonly trouble: PostTrouble
  readonly waitMs?: number | undefined
}

interface Refused extends Trouble {
  readonly offset?: number | undefined
}

export interface OutgoingParts {
  readonly line: SeatLine
  readonly store: MessageStore
  readonly tries: Tries
  readonly read: ReadMessage
  readonly contacts: Pick<ContactsService, 'users' | 'publishing'>
  readonly isCalling: () => boolean
  /** The message as it can be played where it goes. */
  readonly inPhoneForm: (row: MessageRow) => Promise<MessageRow>
  /** It is at the family's, so that its file may go. */
  readonly arrived: (row: MessageRow) => Promise<void>
  /** Something a child sees of it has changed. */
  readonly changed: (childId: string) => void
}

/** Brings what waits to the call server, oldest first, each on from where it was. One round at a time. */
export function createOutgoing({ log }: Ground, parts: OutgoingParts): { sendAll(): Promise<void> } {
  const { line, store, tries, contacts } = parts

  const isWanted = (id: string): boolean => store.find(id)?.state === 'waiting'

  const ask = async (request: SeatRequest): Promise<Result<Upload, Refused>> => {
    const answer = await line.askPlainly(request)
    if (!answer.ok) return err({ ...troubleOf(answer.error), offset: offsetOf(answer.error) })
    const read = upload.safeParse(answer.value)
    return read.success ? ok(read.data) : err({ trouble: 'server' })
  }

  const bring = async (row: MessageRow): Promise<Result<'brought' | 'later', Trouble>> => {
    const bytes = await parts.read(row)
    if (!bytes) return err({ trouble: 'damaged' })
    const start: MessageStart = {
      id: row.id,
      from: contacts.users.child(row.childId),
      to: contacts.users.contact(row.contactId),
      kind: row.kind,
      type: row.type,
      size: bytes.length,
      lengthMs: row.lengthMs,
      sha256: hexHash(bytes),
    }
    const begun = await ask({ method: 'POST', path: '/api/seat/messages', body: start })
    if (!begun.ok) return begun
    let at = begun.value
    while (!at.arrived) {
      // The child may have thought again, or a guardian; and a call has the link to itself.
      if (!isWanted(row.id) || parts.isCalling()) return ok('later')
      const piece = new Uint8Array(bytes.subarray(at.offset, at.offset + PIECE_BYTES))
      const path = `/api/seat/messages/${row.id}/upload`
      const added: Result<Upload, Refused> =
        piece.length === 0
          ? // All of it is there, but we were cut before the whole was looked at.
            await ask({ method: 'GET', path, timeoutMs: PIECE_MS })
          : await ask({
              method: 'PATCH',
              path: `${path}?offset=${at.offset}`,
              bytes: piece,
              headers: { 'x-sha256': hexHash(piece) },
              timeoutMs: PIECE_MS,
            })
      if (added.ok) {
        if (!added.value.arrived && added.value.offset <= at.offset) return err({ trouble: 'server' })
        at = added.value
      } else if (added.error.offset !== undefined && added.error.offset > at.offset) {
        at = { offset: added.error.offset, arrived: false }
      } else return added
    }
    return ok('brought')
  }

  const sendOne = async (recorded: MessageRow): Promise<void> => {
    const row = await parts.inPhoneForm(recorded)
    if (row.hash !== recorded.hash) parts.changed(row.childId)
    const done = await bring(row)
    if (!isWanted(row.id)) return tries.done(row.id)
    if (done.ok && done.value === 'later') return
    if (done.ok) {
      tries.done(row.id)
      await parts.arrived(row)
      return parts.changed(row.childId)
    }
    const { trouble, waitMs } = done.error
    const before = tries.troubleOf(row.id)
    tries.failed(row.id, trouble, waitMs)
    if (trouble === 'away') tries.failed(LINE, trouble)
    if (trouble === 'damaged') log.error('A message that waits cannot be read any more', { kind: row.kind })
    if (needsTelling(trouble)) await contacts.publishing.publish()
    if (before !== trouble) parts.changed(row.childId)
  }

  return {
    sendAll: async () => {
      for (const row of store.inState('waiting')) {
        if (parts.isCalling()) return
        // Nobody waits for one dead line as many times as there are messages.
        if (!tries.isDue(LINE)) return
        if (tries.isDue(row.id)) await sendOne(row)
      }
    },
  }
}

function troubleOf(failure: WireFailure): Trouble {
  if (failure.at === 'refused') return { trouble: failure.problem, waitMs: failure.waitMs }
  return { trouble: failure.trouble === 'seat-revoked' ? 'revoked' : 'away' }
}

const offsetOf = (failure: WireFailure): number | undefined =>
  failure.at === 'refused' && failure.problem === 'wrong-offset' ? failure.offset : undefined
