import type { MessageKind } from '#contract/messages.ts'

/** What one message may be at most. */
export interface MessageLimit {
  /** Longest, ms; 0 for what has no length. */
  readonly ms: number
  readonly bytes: number
}

const MB = 2 ** 20

/**
 * The one place for sizes and lengths of a child's messages. A voice of 3 minutes at 24 kbit/s is 0.5 MB, a film of a minute
 * at 300 kbit/s 2.3 MB: 20 s on the slowest link that rooms have (1 Mbit/s, product.md). The bytes leave room for an encoder
 * that overshoots and stay far below what the call server takes (30 MB, `messageBytes` of its settings).
 */
export const messageLimits: Readonly<Record<MessageKind, MessageLimit>> = {
  voice: { ms: 180_000, bytes: 4 * MB },
  video: { ms: 60_000, bytes: 12 * MB },
  drawing: { ms: 0, bytes: MB },
}

/** Bits a second that recorders are asked for. */
export const messageBits = { voice: 24_000, video: 276_000 } as const

/**
 * The sound that goes to phones: AAC-LC, mono. At 24 kHz it holds all that a voice has (wideband, ITU-T G.722, ends at
 * 7 kHz), and 40 kbit/s keep a message of 3 minutes under 1 MB.
 */
export const phoneVoice = { rate: 24_000, bits: 40_000 } as const

/** A piece on its way: 4 s on a link of 256 kbit/s, and never more lost by a cut. */
export const PIECE_BYTES = 131_072
/** Longer than that a piece is not waited for: 35 kbit/s. */
export const PIECE_MS = 30_000

/** From home, larger ones than this are fetched only by the seat where their child sits down: ten seats share a link. */
export const AHEAD_BYTES = 4 * MB
/** What is taken from home at all; the call server's own limit. */
export const MOST_FROM_HOME = 32 * MB
