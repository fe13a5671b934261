import type { ItemStep } from '#contract/diary.ts'
import { call } from '../../../api/house.ts'
import type { Finished } from '../../frame/finished.ts'
import { drawFinishedCharacters } from '../../characters/finished-picture.ts'
import { drawFinishedSums } from '../../sums/finished-picture.ts'
import { freshPlace } from '../at-rules.ts'
import { roomFor } from '../fullness-rules.ts'
import { newId } from '../new-id.ts'
import { bytesOf } from '../small-picture.ts'

/** Draws a picture of what was done onto a canvas of its own. */
const drawings: Readonly<Record<string, (finished: readonly Finished[]) => HTMLCanvasElement>> = {
  sums: drawFinishedSums,
  characters: drawFinishedCharacters,
}

/** Makes a picture of a finished round and lays it on today's page, on its last sheet. */
export async function pasteFinished(
  activity: string,
  finished: readonly Finished[],
): Promise<'full' | 'failed' | { readonly page: string }> {
  const image = await bytesOf(drawings[activity]?.(finished) ?? document.createElement('canvas'), 'image/png')
  const today = await call('diary.today')
  if (!today.ok || !image) return 'failed'
  const { id: page, sheets } = today.value
  if (roomFor(sheets, 'picture') === 0) return 'full'
  const sheet = sheets.length - 1
  const lying = sheets[sheet]?.marks.filter(({ kind }) => kind === 'item').length ?? 0
  const media = newId()
  const thing = { kind: 'picture', media, from: activity } as const
  const step: ItemStep = {
    id: newId(),
    kind: 'item',
    sheet,
    item: newId(),
    thing,
    at: freshPlace('picture', lying),
  }
  const begun = await call('diaryMedia.begin', { page, step })
  if (!begun.ok) return 'failed'
  const kept = await call('diaryMedia.append', { media, piece: 0, bytes: image })
  const whole = kept.ok ? await call('diaryMedia.finish', { media, seconds: 0 }) : kept
  const lies = whole.ok ? await call('diary.put', { page, step }) : whole
  if (lies.ok) return { page }
  await call('diaryMedia.drop', { media })
  return 'failed'
}
