import type { House } from '#core/house/open-house.ts'
import { ok } from '#core/kernel/result.ts'
import { devicesHandlers } from '../features/devices.ts'
import type { AllHandlers } from '../features/feature.ts'
import type { TestingDoor } from './camera-door.ts'
import type { Tell } from './ipc.ts'
import { isConnected } from './network.ts'
import type { Reception } from './reception.ts'
import type { Voice } from './voice.ts'

export interface HandlerParts {
  readonly reception: Reception
  readonly camera: TestingDoor
  readonly voice: Voice
  readonly tell: Tell
}

/** Every handler of the house, for the room that is open. */
export const handlersOf = (house: House, { camera, voice }: HandlerParts): Partial<AllHandlers> => ({
  room: {
    look: () => ok(house.room.look()),
    settings: () => ok(house.room.settings()),
    changeSettings: (input) => ok(house.room.changeSettings(input)),
    notices: () => ok(house.room.notices()),
  },
  devices: devicesHandlers({
    camera,
    connected: isConnected,
    say: async (text, language) => {
      const said = await voice.say(text, language)
      if (!said.ok) house.room.addNotice('no-voice')
      return said
    },
  }),
})
