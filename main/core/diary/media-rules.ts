import { pictureType } from '../media/picture-rules.ts'

/** What a page may hold besides strokes and words: something said, something photographed, something pasted. */
export type PageMediaKind = 'voice' | 'photo' | 'picture'

const MB = 2 ** 20

/**
 * The one place for sizes and lengths. Two minutes of a voice at 24 kbit/s are 0.4 MB; a photograph of 1280 × 960 as JPEG is
 * 0.2 to 0.4 MB. Both leave room for an encoder that overshoots, and stay below what a window may send in one call.
 */
export const pageMediaLimits: Readonly<Record<PageMediaKind, { readonly bytes: number }>> = {
  voice: { bytes: 2 * MB },
  photo: { bytes: 1.5 * MB },
  picture: { bytes: 1.5 * MB },
}

/** Longest voice note, seconds: twelve dots of ten. */
export const VOICE_SECONDS = 120
/** Pieces that a recorder hands over in a second; after a power cut they tell how long a voice is. */
export const piecesASecond = 2
/** Bits a second that a recorder is asked for. */
export const VOICE_BITS = 24_000

/** What opened bytes are by how they begin: WebM (RFC 8794), Ogg (RFC 3533) or a picture; undefined for anything else. */
export function pageMediaType(bytes: Uint8Array): string | undefined {
  if (starts(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'audio/webm'
  if (starts(bytes, [0x4f, 0x67, 0x67, 0x53])) return 'audio/ogg'
  return pictureType(bytes)
}

/** Whether these bytes may be kept as that kind. */
export const isOfKind = (kind: PageMediaKind, bytes: Uint8Array): boolean =>
  pageMediaType(bytes)?.startsWith(kind === 'voice' ? 'audio/' : 'image/') ?? false

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)
