import type { LetterBox, MessageBegun, MessageCard } from '#contract/messages.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { MessageStart } from '#contract/wire.ts'
import type { ServerSeat } from '../calls/server-seat.ts'
import type { ContactsService } from '../contacts/service.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { mediaAddress } from '../media/address-rules.ts'
import type { ChildKeys } from '../keys/child-keys.ts'
import type { MediaStore } from '../media/store.ts'
import type { SessionsService } from '../sessions/service.ts'
import { createIncoming } from './incoming.ts'
import { createKeeping } from './keeping.ts'
import { createOutgoing } from './outgoing.ts'
import { createPagePost, readMessageWith, type PagePost } from './page-post.ts'
import { createPartFiles } from './part-files.ts'
import { createPhoneForm, type PhoneFormParts } from './phone-form.ts'
import { waitOf } from './post-rules.ts'
import { createRecording } from './recording.ts'
import { createMessageStore, type MessageRow } from './store.ts'
import { createTakingBack } from './taking-back.ts'
import { createTries, LINE } from './tries.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/**
 * The child's side of messages (C6): recorded here even without a line and sent when there is one; fetched from home, kept
 * until seen and then as long as guardians agreed. Only ever asked for the child who sits here.
 */
export interface MessagesService {
  box(childId: string, contactId: string): Result<LetterBox, Refusal>
  /** How many this child has not seen, by contact. */
  unseen(childId: string): ReadonlyMap<string, number>
  childrenWithUnseen(): ReadonlySet<string>
  begin(
    childId: string,
    what: { readonly contactId: string } & Pick<MessageStart, 'kind' | 'type'>,
  ): Answer<MessageBegun>
  append(childId: string, id: string, offset: number, bytes: Uint8Array): Answer<{ readonly bytes: number }>
  finish(childId: string, id: string, lengthMs: number): Answer<MessageCard>
  send(childId: string, id: string): Result<MessageCard, Refusal>
  drop(childId: string, id: string): Answer<void>
  seen(childId: string, id: string): Result<void, Refusal>
  /** The way of pages from the diary. */
  readonly pages: PagePost
  onChange(listener: (childId: string) => void): void
  /** Every few seconds: what is due goes up, comes down, is erased. */
  tick(): void
  /** Resolves when nothing of it is under way. */
  settled(): Promise<void>
}

export interface MessagesParts {
  readonly server: ServerSeat
  readonly contacts: ContactsService
  readonly sessions: Pick<SessionsService, 'now' | 'onChange'>
  readonly media: Pick<MediaStore, 'adopt' | 'keep' | 'path' | 'read' | 'remove'>
  readonly transcode: PhoneFormParts['transcode']
  readonly keys: ChildKeys
  /** Folder for what is not whole yet; on the disk of the media folder. */
  readonly parts: string
  readonly days: () => number
  readonly isCalling: () => boolean
}

/** The server is asked for news this often, ms, besides its hints. */
const LOOK_MS = 60_000
/** What is past its time is looked for this often, ms. */
const SWEEP_MS = 3_600_000

export function createMessagesService(ground: Ground, given: MessagesParts): MessagesService {
  const { db, clock, log } = ground
  const { server, contacts, sessions, media, days } = given
  const store = createMessageStore(db)
  const files = createPartFiles(given.parts)
  const tries = createTries(clock)
  const listeners = new Set<(childId: string) => void>()
  const changed = (childId: string): void => {
    for (const listener of listeners) listener(childId)
  }
  const sitting = (): string | undefined => sessions.now()?.child.id

  const keeping = createKeeping(ground, { store, files, media, contacts, days, changed })
  const recording = createRecording(ground, { store, files, media, contacts })
  const eraseFile = (hash: string | null): Promise<void> => keeping.eraseFile(hash)
  const outgoing = createOutgoing(ground, {
    line: server.line,
    store,
    tries,
    read: readMessageWith(media, given.keys),
    contacts,
    inPhoneForm: createPhoneForm(ground, { store, files, media, eraseFile, transcode: given.transcode }),
    changed,
    isCalling: given.isCalling,
    arrived: async (row) => {
      store.setArrived(row.id)
      store.countDays(clock.certain())
      await eraseFile(row.hash)
    },
  })
  const takingBack = createTakingBack({ line: server.line, store, tries })
  const incoming = createIncoming(ground, {
    line: server.line,
    store,
    tries,
    files,
    media,
    contacts,
    days,
    sitting,
    isCalling: given.isCalling,
    changed,
  })

  // One thing at a time on the link, and nothing of it ever ends the room.
  let underway: Promise<void> = Promise.resolve()
  let waiting = 0
  const follow = (what: string, work: () => Promise<void>): Promise<void> => {
    waiting += 1
    underway = underway
      .then(work)
      .catch((error: unknown) => log.error(`${what} failed`, { error: String(error) }))
      .finally(() => {
        waiting -= 1
      })
    return underway
  }

  let lookedAt = -Infinity
  let sweptAt = -Infinity
  const round = async (): Promise<void> => {
    const now = clock.monotonic()
    if (now - sweptAt >= SWEEP_MS) {
      sweptAt = now
      await keeping.sweep()
      await keeping.afterConsent()
    }
    if (!server.link()) return
    await takingBack.tellAll()
    await outgoing.sendAll()
    if (given.isCalling()) return
    if (now - lookedAt >= LOOK_MS && tries.isDue(LINE)) {
      lookedAt = now
      await incoming.look()
    }
    await incoming.tellSeen()
    await incoming.fetchAll()
  }
  const tick = (): void => {
    if (waiting === 0) void follow('The post', round)
  }
  /** Something has to be done now. */
  const soon = (): void => void follow('The post', round)
  const lookSoon = (): void => {
    lookedAt = -Infinity
    soon()
  }

  // What a power cut left open becomes a draft, and what belongs to nothing goes.
  void follow('Tidying up messages', async () => {
    await recording.closeOpen()
    await keeping.sweepParts()
  })
  let sessionId = sessions.now()?.id
  sessions.onChange((now) => {
    if (now?.id === sessionId) return
    sessionId = now?.id
    if (now) lookSoon()
    else void follow('Keeping an open recording', () => recording.closeOpen())
  })
  contacts.onChange(() => void follow('Erasing messages', () => keeping.afterConsent()))
  server.hints.onHint(lookSoon)
  server.onState(({ at }) => {
    if (at !== 'open') return
    tries.hurry()
    soon()
  })

  const own = (
    childId: string,
    id: string,
    ...states: readonly MessageRow['state'][]
  ): MessageRow | undefined => {
    const row = store.find(id)
    return row?.childId === childId && states.includes(row.state) ? row : undefined
  }
  const isAway = (): boolean => ['away', 'none'].includes(server.state().at)
  const card = (row: MessageRow): MessageCard => ({
    id: row.id,
    from: row.direction === 'out' ? 'child' : 'home',
    kind: row.kind,
    at: row.at,
    clockWrong: row.trusted === 0,
    lengthMs: row.lengthMs,
    state: row.state === 'recording' ? 'draft' : row.state,
    wait: row.state === 'waiting' ? (waitOf(tries.troubleOf(row.id)) ?? (isAway() ? 'line' : null)) : null,
    seen: row.seenAt !== null,
    content: row.hash === null ? null : mediaAddress('message', row.hash),
  })
  const cardOf = (id: string): Result<MessageCard, Refusal> => {
    const row = store.find(id)
    return row ? ok(card(row)) : err(refuse('not-found'))
  }

  return {
    box: (childId, contactId) => {
      const kin = contacts.reachable(childId).find((one) => one.contactId === contactId)
      if (!kin) return err(refuse('not-found'))
      if (!kin.messages) return err(refuse('no-consent'))
      const { called, relation, city, photo } = kin
      return ok({
        contactId,
        called,
        relation,
        city,
        ...(photo === undefined ? {} : { photo }),
        messages: store.between(childId, contactId).map(card),
        away: isAway(),
      })
    },
    unseen: store.unseenOf,
    childrenWithUnseen: store.childrenWithUnseen,
    begin: (childId, what) => recording.begin(childId, what),
    append: (childId, id, offset, bytes) => recording.append(childId, id, offset, bytes),
    finish: async (childId, id, lengthMs) => {
      const done = await recording.finish(childId, id, lengthMs)
      if (!done.ok) return done
      changed(childId)
      return ok(card(done.value))
    },
    send: (childId, id) => {
      const row = own(childId, id, 'draft', 'waiting', 'arrived')
      if (!row) return err(refuse('not-found'))
      if (!contacts.may(row, 'messages')) return err(refuse('no-consent'))
      if (row.state === 'draft') store.setWaiting(id)
      changed(childId)
      soon()
      return cardOf(id)
    },
    drop: async (childId, id) => {
      const row = own(childId, id, 'recording', 'draft', 'waiting')
      if (!row) return err(refuse('not-found'))
      const isWaiting = row.state === 'waiting'
      await (isWaiting ? keeping.takeBack(row) : keeping.erase(row))
      tries.done(id)
      changed(childId)
      if (isWaiting) soon()
      return ok(undefined)
    },
    seen: (childId, id) => {
      if (!own(childId, id, 'here')) return err(refuse('not-found'))
      if (store.setSeen(id, clock.now(), false)) {
        store.countDays(clock.certain())
        changed(childId)
        soon()
      }
      return ok(undefined)
    },
    pages: createPagePost(ground, { store, media, keys: given.keys, keeping, soon }),
    onChange: (listener) => void listeners.add(listener),
    tick,
    settled: async () => {
      let last: Promise<void>
      do {
        last = underway
        await last
      } while (last !== underway)
    },
  }
}
