import type { ItemStep, Thing } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { pageMediaLimits } from '#core/diary/media-rules.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { call } from '../../../api/house.ts'
import { newId } from '../new-id.ts'

/** Taken, and not on the page yet. */
export interface Taken {
  readonly thing: Extract<Thing, { readonly kind: 'photo' }>
  readonly address: string
}

/** How well a photograph is kept, the best first: the first that is small enough. */
const qualities = [0.86, 0.7, 0.5]

/** What the finder shows now, as a JPEG; undefined where there is no picture. Not turned as a mirror does. */
export async function shoot(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return undefined
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = height
  sheet.getContext('2d')?.drawImage(video, 0, 0, width, height)
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/jpeg', quality))
    if (blob && blob.size <= pageMediaLimits.photo.bytes) {
      // Nothing of it stays in this window's memory longer than it must.
      sheet.width = 0
      return new Uint8Array(await blob.arrayBuffer())
    }
  }
  return undefined
}

/** Seals a photograph at once, before anybody says whether it is good: a power cut takes it no more. */
export async function keepPhoto(
  page: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Taken, RefusalCode>> {
  const media = newId()
  const thing = { kind: 'photo', media } as const
  // Where it lies if nobody ever says that it is good: a power cut, the end of the turn.
  const at = { x: 1280, y: 640, size: 420, turn: 4 }
  const step: ItemStep = { id: newId(), kind: 'item', sheet: 0, item: newId(), thing, at }
  const begun = await call('diaryMedia.begin', { page, step })
  if (!begun.ok) return err(begun.error.code)
  const kept = await call('diaryMedia.append', { media, piece: 0, bytes })
  const done = kept.ok ? await call('diaryMedia.finish', { media, seconds: 0 }) : kept
  if (!done.ok) {
    await call('diaryMedia.drop', { media })
    return err(done.error.code)
  }
  return ok({ thing, address: done.value.address })
}

export async function dropPhoto({ thing }: Taken): Promise<void> {
  await call('diaryMedia.drop', { media: thing.media })
}
