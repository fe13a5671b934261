import type { Result } from '#core/kernel/result.ts'
import { ok } from '#core/kernel/result.ts'
import type { SeatDevices } from '#core/room/seat-devices.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Language } from '#contract/setup.ts'
import type { Judgement, VoiceState } from '#contract/voice.ts'
import type { Handlers } from './feature.ts'

export interface DevicesParts {
  /** Lets the staff window use camera and microphone for a while. */
  readonly camera: { open(): void; close(): void }
  /** Whether the machine has a network that is up. */
  readonly connected: () => boolean
  readonly seat: SeatDevices
  readonly say: (text: string, language: Language, slow: boolean) => Promise<Result<Uint8Array, Refusal>>
  readonly voice: VoiceTrial
  /** A speaker of the child's window made no sound. */
  readonly onSilence: () => void
}

/** What a person needs to hear a voice and say whether it speaks Chinese. */
export interface VoiceTrial {
  readonly state: () => Promise<VoiceState>
  readonly hear: () => Promise<Result<Uint8Array, Refusal>>
  readonly judge: (said: Judgement) => void
}

/** What this machine has: camera and microphone for a test, a network, a voice. */
export function devicesHandlers({
  camera,
  connected,
  seat,
  say,
  voice,
  onSilence,
}: DevicesParts): Handlers<'devices'> {
  return {
    test: ({ on }) => {
      if (on) camera.open()
      else camera.close()
      return ok(undefined)
    },
    news: (news) => ok(seat.tell(news)),
    out: () => ok(seat.out()),
    network: () => ok({ connected: connected() }),
    say: ({ text, language, slow }) => say(text, language, slow ?? false),
    silent: () => ok(onSilence()),
    voice: async () => ok(await voice.state()),
    hear: () => voice.hear(),
    judgeVoice: (said) => ok(voice.judge(said)),
  }
}
