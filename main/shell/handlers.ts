import { ok } from '#core/kernel/result.ts'
import type { House } from '#core/house/open-house.ts'
import type { AllHandlers } from '../features/feature.ts'

export const handlersOf = (house: House): Partial<AllHandlers> => ({
  room: {
    look: () => ok(house.room.look()),
    settings: () => ok(house.room.settings()),
    changeSettings: (input) => ok(house.room.changeSettings(input)),
    notices: () => ok(house.room.notices()),
  },
})
