import type { MessageStart } from '#contract/wire.ts'
import { pictureType } from '../media/picture-rules.ts'

type ContentType = MessageStart['type']

/** Of which kind a file of this type is. */
export function kindOf(type: ContentType): MessageStart['kind'] {
  if (type.startsWith('image/')) return 'drawing'
  return type.startsWith('video/') ? 'video' : 'voice'
}

/** Whether the first bytes of a file are what its type says. WebM: RFC 8794; MP4: ISO 14496-12; Ogg: RFC 3533. */
export function startsAs(type: ContentType, bytes: Uint8Array): boolean {
  if (type.startsWith('image/')) return pictureType(bytes) === type
  if (type.endsWith('/webm')) return has(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3])
  if (type.endsWith('/mp4')) return has(bytes, 4, [0x66, 0x74, 0x79, 0x70])
  return has(bytes, 0, [0x4f, 0x67, 0x67, 0x53])
}

const has = (bytes: Uint8Array, at: number, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte)
