/*
 * A sealed file of a page: pieces one after another, each a length (4 bytes, big end first) and a record sealed on its own. Its
 * number, and whether it is the last, are bound into the seal: pieces can be neither changed, left out, put in another order or
 * another file, nor cut off at the end, without being seen. A file that grows has no last piece yet.
 */

/** Whose file it is; bound into every piece. */
export interface MediaPlace {
  readonly page: string
  readonly media: string
}

/** The keys that a file of this page is sealed with (`Ring` of `child-keys.ts`, with the page's key chosen). */
export interface PieceSeal {
  sealBytes(place: string, bytes: Uint8Array): Uint8Array
  openBytes(place: string, record: Uint8Array): Uint8Array | undefined
}

export interface Piece {
  /** From 0. */
  readonly number: number
  readonly isLast: boolean
  readonly bytes: Uint8Array
}

/** What of a file opens, in order, up to the first piece that does not. */
export interface OpenedPieces {
  readonly pieces: readonly Uint8Array[]
  /** Where the last of them begins and where it ends, in bytes of the file; 0 and 0 without any. */
  readonly lastAt: number
  readonly end: number
  /** It ends with a piece that was sealed as the last one, and nothing follows it. */
  readonly isWhole: boolean
}

const LENGTH = 4

const placeOf = ({ page, media }: MediaPlace, number: number, isLast: boolean): string =>
  `diary/${page}/media/${media}/${number}${isLast ? '/last' : ''}`

/** A piece as the file holds it. Sealing it again as the last one gives as many bytes: it fits where it lies, on a full disk too. */
export function sealPiece(seal: PieceSeal, place: MediaPlace, { number, isLast, bytes }: Piece): Uint8Array {
  const record = seal.sealBytes(placeOf(place, number, isLast), bytes)
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(record.length)
  return Buffer.concat([length, record])
}

export function openPieces(seal: PieceSeal, place: MediaPlace, file: Uint8Array): OpenedPieces {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const pieces: Uint8Array[] = []
  let [lastAt, end, isClosed] = [0, 0, false]
  while (!isClosed && end + LENGTH <= file.length) {
    const after = end + LENGTH + view.getUint32(end)
    if (after > file.length) break
    const record = file.subarray(end + LENGTH, after)
    const growing = seal.openBytes(placeOf(place, pieces.length, false), record)
    const bytes = growing ?? seal.openBytes(placeOf(place, pieces.length, true), record)
    if (!bytes) break
    isClosed = growing === undefined
    pieces.push(bytes)
    lastAt = end
    end = after
  }
  return { pieces, lastAt, end, isWhole: isClosed && end === file.length }
}
