import type { Face } from '#contract/people.ts'
import { mediaAddress } from '#core/media/address-rules.ts'
import type { ChildRecord } from './store.ts'

/** What the wall shows of a child. */
export const faceOf = ({ animal, tone, photo }: Pick<ChildRecord, 'animal' | 'tone' | 'photo'>): Face => ({
  animal,
  tone,
  ...(photo !== null && { photo: mediaAddress('photo', photo) }),
})
