import { ok } from '#core/kernel/result.ts'
import type { RoomService } from '#core/room/service.ts'
import type { Handlers } from './feature.ts'

export const roomHandlers = (room: RoomService): Handlers<'room'> => ({
  look: () => ok(room.look()),
  settings: () => ok(room.settings()),
  changeSettings: (wanted) => ok(room.changeSettings(wanted)),
  notices: () => ok(room.notices()),
})
