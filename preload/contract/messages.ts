import { z } from 'zod'
import { child, method } from './define.ts'
import { id } from './people.ts'
import { messageStart, type MessageStart } from './wire.ts'

export type MessageKind = MessageStart['kind']

/** The most that `append` takes at once: seconds of a film, or a whole drawing. */
const MOST_PIECE = 2 ** 20

/**
 * How far a message is. Of the child: `draft` may be looked at, sent or thrown away, `waiting` will go up by itself,
 * `arrived` is at the family's. From home: `coming` has not reached this seat yet, `here` can be played.
 */
export type MessageState = 'draft' | 'waiting' | 'arrived' | 'coming' | 'here'

/** Why a waiting message has not gone up: the line is down, or the relative's letterbox is full until they listen. */
export type MessageWait = 'line' | 'full'

/** One message between the child and one relative. Only the child's own window ever sees it. */
export interface MessageCard {
  readonly id: string
  readonly from: 'child' | 'home'
  readonly kind: MessageKind
  /** UTC ms. */
  readonly at: number
  /** When it was is not known: it is shown without a date. */
  readonly clockWrong: boolean
  /** 0 for a drawing. */
  readonly lengthMs: number
  readonly state: MessageState
  readonly wait: MessageWait | null
  /** By whom it is for. */
  readonly seen: boolean
  /** Address of what it is, for a player; null while it is not on this seat, or not any more. */
  readonly content: string | null
}

/** All that the child's page about one relative shows. */
export interface LetterBox {
  readonly contactId: string
  readonly called: string
  readonly relation: string
  readonly city: string | null
  readonly photo?: string
  /** Oldest first. */
  readonly messages: readonly MessageCard[]
  /** The line to the family is down: what is made now is kept and goes later. */
  readonly away: boolean
}

/** A recording that was begun, and what it may become. */
export interface MessageBegun {
  readonly id: string
  /** Longest, ms. */
  readonly mostMs: number
  readonly mostBytes: number
}

const one = z.strictObject({ id })

/** All of it belongs to the child who sits there. No staff method reaches a message. */
export const messagesMethods = {
  /** Refuses `not-found` for whoever is no relative of the child, `no-consent` where messages are not agreed to. */
  box: method(child, z.strictObject({ contactId: id })).answers<LetterBox>(),
  /** How many from home this child has not seen yet. */
  unseen: method(child, z.void()).answers<{ readonly total: number }>(),
  /** A recording that was still open at this seat becomes a draft. */
  begin: method(
    child,
    z.strictObject({
      contactId: id,
      kind: messageStart.shape.kind,
      type: messageStart.shape.type,
    }),
  ).answers<MessageBegun>(),
  /**
   * On disk when it answers. Answers how much there is now: a piece that does not begin there is not taken. A drawing
   * comes whole each time, at offset 0. Refuses `file-too-large` beyond what `begin` said; what is kept stays.
   */
  append: method(
    child,
    z.strictObject({
      id,
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= MOST_PIECE),
    }),
  ).answers<{ readonly bytes: number }>(),
  /** Makes a draft of it. One without anything in it is `bad-input` and gone. */
  finish: method(
    child,
    z.strictObject({ id, lengthMs: z.int().min(0).max(3_600_000) }),
  ).answers<MessageCard>(),
  /** Hands a draft to the post. It goes up as soon as it can, whoever sits here. */
  send: method(child, one).answers<MessageCard>(),
  /** Throws away a recording, a draft, or what has not gone up yet; for good. */
  drop: method(child, one).answers<void>(),
  /** A message from home was opened. */
  seen: method(child, one).answers<void>(),
}

/** Something about a child's messages is not what it was: one came, went up, was seen or is gone. */
export interface MessagesChanged {
  readonly childId: string
}
