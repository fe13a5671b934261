import type { Sealed } from './seal.ts'

/** The keys of one child, for as long as one request takes. */
export interface Ring {
  /** Id of the key for what is new; made at first, and anew where none of the child's keys opens at this seat. */
  own(): string
  /** Whether this key is the child's and opens here. */
  opens(keyId: string): boolean
  /** Throws where the key is not the child's or does not open here. */
  seal(keyId: string, place: string, text: string): Sealed
  sealBytes(keyId: string, place: string, bytes: Uint8Array): Uint8Array
  /** Undefined where the key does not open here, or the record is not what was sealed at that place. */
  open(place: string, record: string): string | undefined
  openBytes(place: string, record: Uint8Array): Uint8Array | undefined
}
