import type { VoiceTrial } from '../features/devices.ts'
import { saidWrong } from '#contract/voice-said.ts'
import type { House } from '#core/house/open-house.ts'
import type { Settings } from './settings.ts'
import type { Voice } from './voice.ts'

interface VoiceTrialParts {
  readonly voice: Voice
  readonly settings: Pick<Settings, 'get' | 'keep'>
}

/** A person hears the machine's voice and says whether it was Chinese; the machine keeps that, whatever room is open. */
export function voiceTrialOf(
  { room, ground }: Pick<House, 'room' | 'ground'>,
  { voice, settings }: VoiceTrialParts,
): VoiceTrial {
  return {
    state: async () => {
      const state = { name: await voice.nameOf('zh-CN'), heard: settings.get().voiceHeard ?? null }
      // One that was missing has been installed.
      if (state.name !== null && !saidWrong(state.name, state)) room.clearNotice('no-voice')
      return state
    },
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
