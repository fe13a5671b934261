import { createAudit, type Audit } from '#core/audit/audit.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { createMediaAccess, type MediaAccess } from '#core/media/access.ts'
import { createMediaStore } from '#core/media/store.ts'
import { createRoomService, type RoomService } from '#core/room/service.ts'
import { createSetupService, type SetupService } from '#core/setup/service.ts'
import { createStaffService, type StaffService } from '#core/staff/service.ts'
import { createUsageService, type UsageService } from '#core/usage/service.ts'
import type { RoomFiles } from './room-files.ts'

export interface ServicesParts {
  readonly files: RoomFiles
  readonly example: boolean
  readonly version: string
}

/** One of each; who needs whom is written here and nowhere else. */
export interface Services {
  readonly audit: Audit
  readonly media: MediaAccess
  readonly room: RoomService
  readonly setup: SetupService
  readonly staff: StaffService
  readonly usage: UsageService
}

export function createServices(ground: Ground, { files, example, version }: ServicesParts): Services {
  const { db, clock, log } = ground
  const room = createRoomService(ground, { example, version })
  const staff = createStaffService(ground, { idleMs: () => room.settings().idleMinutes * 60_000 })
  const mediaStore = createMediaStore({ root: files.media, clock, log })
  return {
    audit: createAudit(ground),
    media: createMediaAccess(db, mediaStore),
    room,
    setup: createSetupService(ground, { room, staff }),
    staff,
    usage: createUsageService(ground),
  }
}
