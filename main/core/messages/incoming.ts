import { z } from 'zod'
import { messageStart, type WaitingMessage } from '#contract/wire.ts'
import type { SeatLine } from '../calls/seat-line.ts'
import type { WireBytes, WireFailure } from '../calls/wire-request.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { MediaStore } from '../media/store.ts'
import { AHEAD_BYTES, MOST_FROM_HOME, PIECE_BYTES, PIECE_MS } from './limit-rules.ts'
import type { PartFiles } from './part-files.ts'
import { isOver, type PostTrouble } from './post-rules.ts'
import type { MessageRow, MessageStore } from './store.ts'
import type { Tries } from './tries.ts'

const { from, to, kind, type, size, lengthMs, id } = messageStart.shape
const listed = z.object({
  messages: z.array(
    z.object({ id, from, to, kind, type, size, lengthMs, at: z.number(), seenAt: z.number().nullable() }),
  ),
})

export interface IncomingParts {
  readonly line: SeatLine
  readonly store: MessageStore
  readonly tries: Tries
  readonly files: PartFiles
  readonly media: Pick<MediaStore, 'adopt' | 'remove'>
  readonly contacts: Pick<ContactsService, 'byUser' | 'users' | 'may'>
  /** Days that a seen message stays. */
  readonly days: () => number
  /** The child who sits here. */
  readonly sitting: () => string | undefined
  /** A call is under way: the link is for it. */
  readonly isCalling: () => boolean
  readonly changed: (childId: string) => void
}

/** Learns what came from home, fetches it, and tells what was seen. One round at a time. */
export interface Incoming {
  look(): Promise<void>
  fetchAll(): Promise<void>
  tellSeen(): Promise<void>
}

export function createIncoming({ clock, log }: Ground, parts: IncomingParts): Incoming {
  const { line, store, tries, files, media, contacts, changed } = parts

  const ask = async (box: 'in' | 'sent'): Promise<readonly WaitingMessage[] | undefined> => {
    const answer = await line.ask({ method: 'GET', path: `/api/seat/messages?box=${box}` }, listed)
    return answer.ok ? answer.value.messages : undefined
  }

  const take = async (
    message: WaitingMessage,
    family: ReturnType<ContactsService['byUser']>,
  ): Promise<void> => {
    const known = store.find(message.id)
    if (known) {
      // Seen at another seat.
      if (message.seenAt !== null && store.setSeen(known.id, { at: message.seenAt, trusted: true }, true))
        changed(known.childId)
      return
    }
    const of = family.get(message.from)
    if (!of || contacts.users.child(of.childId) !== message.to || !contacts.may(of, 'messages')) return
    if (message.seenAt !== null && isOver(message.seenAt, parts.days(), clock.certain())) {
      // Kept as long as was agreed; the server would keep it longer.
      await line.askPlainly({ method: 'DELETE', path: at(message.id, '') })
      return
    }
    if (message.size > MOST_FROM_HOME) return
    const { id: messageId, kind: what, size: bytes, lengthMs: length, at: sentAt, seenAt } = message
    store.add({
      ...of,
      id: messageId,
      direction: 'in',
      kind: what,
      type: type.parse(message.type),
      size: bytes,
      lengthMs: length,
      at: sentAt,
      trusted: true,
      state: 'coming',
      seenAt,
    })
    changed(of.childId)
  }

  /** Whether it is whole and here; `left` where nobody wants it any more. */
  const fetchOne = async (row: MessageRow): Promise<'here' | 'left' | PostTrouble> => {
    let there = await files.size(row.id)
    let etag: string | null = null
    while (there < row.size) {
      if (store.find(row.id)?.state !== 'coming') return 'left'
      const end = Math.min(there + PIECE_BYTES, row.size) - 1
      const answer = await line.askPlainly({
        method: 'GET',
        path: at(row.id, '/content'),
        headers: { range: `bytes=${there}-${end}` },
        answer: 'bytes',
        timeoutMs: PIECE_MS,
      })
      if (!answer.ok) return problemOf(answer.error)
      const { bytes, etag: whole } = answer.value as WireBytes
      if (bytes.length === 0 || bytes.length > end - there + 1) return 'server'
      etag = whole
      await files.write(row.id, there, bytes)
      there += bytes.length
    }
    const kept = await media.adopt(files.path(row.id), 'message')
    if (!kept.ok) return 'disk'
    // A part that a cut left behind may be of other bytes; then all of it comes anew.
    if (etag !== null && etag !== `"${kept.value}"`) return 'damaged'
    if (store.find(row.id)?.state !== 'coming') {
      if (!store.isNamed(kept.value)) await media.remove('message', kept.value)
      return 'left'
    }
    store.setHere(row.id, kept.value)
    return 'here'
  }

  const fetchNow = async (row: MessageRow): Promise<void> => {
    let came: Awaited<ReturnType<typeof fetchOne>>
    try {
      came = await fetchOne(row)
    } catch (error) {
      const problem = storageProblem(error)
      if (!problem) throw error
      log.warn('A message from home could not be kept yet', { problem })
      came = 'disk'
    }
    if (came === 'here') {
      tries.done(row.id)
      return changed(row.childId)
    }
    if (came === 'left') return
    if (came === 'unknown') {
      // Taken back, or its time at the server is over.
      store.remove(row.id)
      await files.remove(row.id)
      return changed(row.childId)
    }
    if (came === 'damaged') await files.remove(row.id)
    tries.failed(row.id, came)
  }

  const isWantedHere = ({ childId, size: bytes, seenAt }: MessageRow): boolean =>
    childId === parts.sitting() || (bytes <= AHEAD_BYTES && seenAt === null)

  return {
    look: async () => {
      const coming = await ask('in')
      if (!coming) return
      const family = contacts.byUser()
      for (const message of coming) await take(message, family)
      const up = store.inState('arrived').filter(({ seenAt }) => seenAt === null)
      if (up.length === 0) return
      const sent = new Map((await ask('sent'))?.map((message) => [message.id, message]))
      for (const row of up) {
        const seenAt = sent.get(row.id)?.seenAt ?? null
        if (seenAt !== null && store.setSeen(row.id, { at: seenAt, trusted: true }, true))
          changed(row.childId)
      }
    },

    fetchAll: async () => {
      const sitting = parts.sitting()
      const wanted = store
        .inState('coming')
        .filter(isWantedHere)
        .toSorted((one, other) => rank(one, sitting) - rank(other, sitting) || one.size - other.size)
      for (const row of wanted) {
        if (parts.isCalling()) return
        if (tries.isDue(row.id)) await fetchNow(row)
        if (line.state().at === 'away') return
      }
    },

    tellSeen: async () => {
      for (const row of store.untold()) {
        if (!tries.isDue(`seen ${row.id}`)) continue
        const answer = await line.askPlainly({ method: 'POST', path: at(row.id, '/seen'), body: {} })
        const isKnown = answer.ok || (answer.error.at === 'refused' && answer.error.problem === 'unknown')
        if (isKnown) store.setTold(row.id)
        else tries.failed(`seen ${row.id}`, answer.ok ? 'server' : problemOf(answer.error))
        if (line.state().at === 'away') return
      }
    },
  }
}

const at = (message: string, what: string): string => `/api/seat/messages/${message}${what}`

/** The child who sits here waits for theirs. */
const rank = ({ childId }: MessageRow, sitting: string | undefined): number => (childId === sitting ? 0 : 1)

const problemOf = (failure: WireFailure): PostTrouble => (failure.at === 'refused' ? failure.problem : 'away')
