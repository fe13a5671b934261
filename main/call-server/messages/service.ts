import { createHash, randomBytes } from 'node:crypto'
import type { MessageStart, WaitingMessage } from '#contract/wire.ts'
import type { PlainDb } from '#core/db/connection.ts'
import { ok } from '#core/kernel/result.ts'
import { hexHash } from '../keys.ts'
import { refuse, type Answer } from '../refusals.ts'
import type { ByteRange } from '../rules/range-rules.ts'
import type { ServerClock } from '../server-clock.ts'
import type { CallServerSettings } from '../settings.ts'
import { childByUser, contactByUser } from '../store/contacts.ts'
import * as store from '../store/messages.ts'
import type { MessageFiles } from './files.ts'
import { seal, SEAL, unseal } from './seal.ts'

/** Who asks: a seat for the children of its room, or a paired device for its one contact. */
export type Asker =
  | { readonly kind: 'seat'; readonly room: string }
  | { readonly kind: 'device'; readonly room: string; readonly contact: string }

export interface Upload {
  readonly offset: number
  readonly arrived: boolean
}

export interface MessageStore {
  begin(asker: Asker, start: MessageStart): Answer<Upload>
  /** How far the sender's upload is. */
  upload(asker: Asker, id: string): Promise<Answer<Upload>>
  /** On disk when it resolves. The last piece makes the message arrive, if the whole is what was announced. */
  add(asker: Asker, id: string, offset: number, bytes: Uint8Array, hash: string): Promise<Answer<Upload>>
  list(asker: Asker, box: 'in' | 'sent'): readonly WaitingMessage[]
  /** A message to the asker, or from them. */
  find(asker: Asker, id: string): Answer<store.StoredMessage>
  read(message: store.StoredMessage, range: ByteRange): AsyncGenerator<Buffer>
  seen(asker: Asker, id: string): Answer<null>
  /**
   * The receiver is done with it, or the sender takes back what has not arrived; `isPage`: a page of a child's diary, which a seat
   * takes back whenever the child wants.
   */
  remove(asker: Asker, id: string, isPage: boolean): Answer<null>
  /** Without asking: the consent is gone. */
  forget(ids: readonly string[]): void
}

export interface MessageParts {
  readonly db: PlainDb
  readonly clock: Pick<ServerClock, 'now' | 'isSure'>
  readonly files: MessageFiles
  readonly masterKey: Uint8Array
  readonly limits: CallServerSettings['limits']
  /** Told when one has arrived. */
  readonly onArrival: (message: store.StoredMessage) => void
  /** Told when one that had arrived is there no more. */
  readonly onTakenBack: (message: store.StoredMessage) => void
  /** Told when its receiver has seen one. */
  readonly onSeen: (message: store.StoredMessage) => void
}

/** Pieces smaller than this, save the last, would make more rows than bytes. */
const LEAST_PIECE = 4096

export function createMessages({
  db,
  clock,
  files,
  masterKey,
  limits,
  onArrival,
  onTakenBack,
  onSeen,
}: MessageParts): MessageStore {
  /** One piece at a time for each message: two at the same offset would lie on each other. */
  const busy = new Set<string>()

  /** From when days count: now, where that is sure. */
  const counted = (): number | null => (clock.isSure() ? clock.now().at : null)

  const offsetOf = (id: string): number => {
    const last = store.lastPiece(db, id)
    return last ? last.start + last.length : 0
  }
  const own = (asker: Asker, side: 'from' | 'to', id: string): store.StoredMessage | undefined => {
    const message = store.messageById(db, id)
    return message && stands(asker, side, message) ? message : undefined
  }
  const state = (message: store.StoredMessage): Upload => ({
    offset: message.arrivedAt === null ? offsetOf(message.id) : message.size,
    arrived: message.arrivedAt !== null,
  })
  const remove = (id: string): void => {
    store.removeMessage(db, id)
    files.remove([id])
  }
  const keyOf = ({ id, sealedKey }: store.StoredMessage): Buffer => unseal(masterKey, `key ${id}`, sealedKey)

  async function* read(message: store.StoredMessage, { start, end }: ByteRange): AsyncGenerator<Buffer> {
    const key = keyOf(message)
    const file = await files.open(message.id)
    try {
      for (const piece of store.piecesOf(db, message.id)) {
        if (piece.start >= end || piece.start + piece.length <= start) continue
        const sealed = Buffer.alloc(piece.length + SEAL)
        await file.read(sealed, 0, sealed.length, piece.place)
        const bytes = unseal(key, about(message.id, piece), sealed)
        yield bytes.subarray(Math.max(0, start - piece.start), end - piece.start)
      }
    } finally {
      await file.close()
    }
  }

  /** Looks at the whole; what is not as announced is thrown away, to be sent anew. */
  async function finish(message: store.StoredMessage): Promise<Answer<Upload>> {
    // Taken back while its last piece was written.
    if (!store.messageById(db, message.id)) return refuse('unknown')
    const whole = createHash('sha256')
    for await (const bytes of read(message, { start: 0, end: message.size })) whole.update(bytes)
    if (whole.digest('hex') !== message.sha256) {
      remove(message.id)
      return refuse('bad-request', { offset: 0 })
    }
    store.setArrived(db, message.id, clock.now().at, counted())
    const arrived = store.messageById(db, message.id)
    if (!arrived) return refuse('unknown')
    onArrival(arrived)
    return ok({ offset: message.size, arrived: true })
  }

  return {
    begin: (asker, start) =>
      db.transaction(() => {
        const sides = sidesOf(db, asker, start)
        if (!sides.ok) return sides
        const known = store.messageById(db, start.id)
        if (known && isSame(known, start)) return ok(state(known))
        // Not whole yet, and recorded anew under its name or brought in another form: the new one counts.
        if (known && known.arrivedAt === null && own(asker, 'from', known.id)) remove(known.id)
        else if (known) return refuse('not-yours')
        if (start.size > limits.messageBytes) return refuse('too-large')
        const held = store.heldOf(db, sides.value.contact)
        if (
          held.count >= limits.messagesPerContact ||
          held.bytes + start.size > limits.messageBytesPerContact
        )
          return refuse('too-large')
        const sealedKey = seal(masterKey, `key ${start.id}`, randomBytes(32))
        store.addMessage(db, {
          ...start,
          ...sides.value,
          room: asker.room,
          sealedKey,
          at: clock.now().at,
          countedFrom: counted(),
        })
        return ok({ offset: 0, arrived: false })
      }),

    async upload(asker, id) {
      const message = own(asker, 'from', id)
      if (!message) return refuse('unknown')
      const now = state(message)
      if (now.arrived || now.offset < message.size || busy.has(id)) return ok(now)
      // All pieces are here, but we were cut before the whole was looked at.
      busy.add(id)
      try {
        return await finish(message)
      } finally {
        busy.delete(id)
      }
    },

    async add(asker, id, offset, bytes, hash) {
      const message = own(asker, 'from', id)
      if (!message) return refuse('unknown')
      const now = state(message)
      if (busy.has(id) || now.arrived || offset !== now.offset)
        return refuse('wrong-offset', { offset: now.offset })
      if (offset + bytes.length > message.size) return refuse('too-large', { offset })
      const isLast = offset + bytes.length === message.size
      if (bytes.length === 0 || (bytes.length < LEAST_PIECE && !isLast) || hexHash(bytes) !== hash)
        return refuse('bad-request', { offset })
      busy.add(id)
      try {
        const last = store.lastPiece(db, id)
        const piece = {
          start: offset,
          length: bytes.length,
          place: last ? last.place + last.length + SEAL : 0,
        }
        await files.write(id, piece.place, seal(keyOf(message), about(id, piece), bytes))
        // Consent may have gone meanwhile, and the message with it.
        if (!store.messageById(db, id)) {
          files.remove([id])
          return refuse('unknown')
        }
        store.addPiece(db, id, piece)
        if (!isLast) return ok({ offset: offset + bytes.length, arrived: false })
        return await finish(message)
      } finally {
        busy.delete(id)
      }
    },

    list(asker, box) {
      const side = box === 'in' ? 'target' : 'source'
      const found =
        asker.kind === 'seat'
          ? store.messagesOfRoom(db, side, asker.room)
          : store.messagesFor(db, side, asker.contact)
      return found.map(shown)
    },

    find(asker, id) {
      const message = own(asker, 'to', id) ?? own(asker, 'from', id)
      return message?.arrivedAt ? ok(message) : refuse('unknown')
    },

    read,

    seen(asker, id) {
      const message = own(asker, 'to', id)
      if (!message?.arrivedAt) return refuse('unknown')
      store.setSeen(db, id, clock.now().at, counted())
      if (message.seenAt === null) onSeen(message)
      return ok(null)
    },

    remove(asker, id, isPage) {
      const isTheirs = own(asker, 'to', id)?.arrivedAt
      const sent = own(asker, 'from', id)
      const isBack = sent?.arrivedAt === null || (sent && isPage && asker.kind === 'seat')
      if (!isTheirs && !isBack) return refuse('unknown')
      remove(id)
      if (sent?.arrivedAt) onTakenBack(sent)
      return ok(null)
    },

    forget: (ids) => ids.forEach(remove),
  }
}

function stands(asker: Asker, side: 'from' | 'to', message: store.StoredMessage): boolean {
  if (asker.room !== message.room) return false
  return message[side] === (asker.kind === 'seat' ? message.child : asker.contact)
}

/** Child and contact of a new message, if the asker may send it. */
function sidesOf(
  db: PlainDb,
  asker: Asker,
  { from, to }: MessageStart,
): Answer<{ readonly child: string; readonly contact: string }> {
  const [child, contact] = asker.kind === 'seat' ? [from, to] : [to, from]
  if (asker.kind === 'device' && contact !== asker.contact) return refuse('not-yours')
  const relative = contactByUser(db, contact)
  if (
    relative?.child !== child ||
    relative.room !== asker.room ||
    childByUser(db, child)?.room !== asker.room
  )
    return refuse('not-yours')
  return relative.consent.messages ? ok({ child, contact }) : refuse('no-consent')
}

const isSame = (known: store.StoredMessage, start: MessageStart): boolean =>
  known.from === start.from &&
  known.to === start.to &&
  known.size === start.size &&
  known.sha256 === start.sha256

const about = (id: string, { start, length }: { start: number; length: number }): string =>
  `piece ${id} ${start} ${length}`

const shown = ({
  id,
  from,
  to,
  kind,
  type,
  size,
  lengthMs,
  at,
  seenAt,
}: store.StoredMessage): WaitingMessage => ({
  id,
  from,
  to,
  kind,
  type,
  size,
  lengthMs,
  at,
  seenAt,
})
