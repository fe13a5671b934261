import type { VoiceTrial } from '../features/devices.ts'
import type { House } from '#core/house/open-house.ts'
import type { Settings } from './settings.ts'
import type { Voice } from './voice.ts'

interface VoiceTrialParts {
  readonly voice: Voice
  readonly settings: Settings
}

/** A person hears the machine's voice and says whether it was Chinese; the machine keeps that, whatever room is open. */
export function voiceTrialOf({ room, ground }: House, { voice, settings }: VoiceTrialParts): VoiceTrial {
  return {
    state: async () => ({ name: await voice.nameOf('zh-CN'), heard: settings.get().voiceHeard ?? null }),
    hear: () => voice.hear(),
    judge: (said) => {
      const { at, trusted } = ground.clock.now()
      settings.keep({ voiceHeard: { ...said, at: trusted ? at : null } })
      if (said.right) room.clearNotice('no-voice')
      else room.addNotice('no-voice')
      ground.log.info('A person has heard the voice', said)
    },
  }
}
