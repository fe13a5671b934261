import type { Notice } from '#contract/room.ts'
import type { Opening } from '#core/backup/open-or-restore.ts'
import { dropMeta, readMeta, writeMeta } from '#core/db/meta.ts'
import type { Ground } from '#core/kernel/ground.ts'
import type { RoomService } from '#core/room/service.ts'

/** Staff may not be there on the day: the notice comes back with every start for so long, milliseconds. */
const TOLD_FOR = 14 * 86_400_000

type Told = Pick<Notice, 'code' | 'facts'> & { readonly since: number }

/** Tells staff what had to be mended for the room to open, today and at the starts after it. */
export function noteOpening({ db, clock, log }: Ground, room: RoomService, opening: Opening): void {
  const now = noticeOf(opening, clock.now().at)
  if (now) writeMeta(db, 'opening-notice', JSON.stringify(now))
  const told = now ?? kept(readMeta(db, 'opening-notice'))
  if (!told) return
  if (clock.certain() - told.since > TOLD_FOR) return dropMeta(db, 'opening-notice')
  if (now) log.warn('The room was mended while opening', { code: told.code })
  room.addNotice(told.code, told.facts)
}

function noticeOf(opening: Opening, since: number): Told | undefined {
  if (opening.kind === 'opened') return undefined
  if (opening.kind === 'restored')
    return {
      code: opening.why.kind === 'newer' ? 'restored-after-update' : 'restored-from-backup',
      facts: { at: opening.from.at },
      since,
    }
  return {
    code: opening.why.kind === 'foreign' ? 'started-empty-beside-foreign' : 'started-empty-after-damage',
    since,
  }
}

function kept(text: string | undefined): Told | undefined {
  // Written by this function alone, in a database that was found sound.
  return text === undefined ? undefined : (JSON.parse(text) as Told)
}
