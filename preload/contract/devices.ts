import { z } from 'zod'
import { audited, door, method, windows } from './define.ts'
import { languages } from './setup.ts'
import { judgement, type VoiceState } from './voice.ts'

export interface NetworkState {
  readonly connected: boolean
}

/** A camera or microphone that was open fell out, or came back: which, why, during what. Never who, never content. */
const deviceNews = z.strictObject({
  device: z.enum(['camera', 'microphone']),
  is: z.enum(['missing', 'busy', 'refused', 'asleep', 'back']),
  during: z.enum(['call', 'message', 'check', 'photo', 'set-up']),
  /** How long it was out, ms; null while it is. */
  outMs: z.int().min(0).max(86_400_000).nullable(),
})
export type DeviceNews = z.infer<typeof deviceNews>

export const devicesMethods = {
  /** Opens the camera and microphone permission of the asking window for a test or a photograph, and closes it again. */
  test: method(door, z.strictObject({ on: z.boolean() })).answers<void>(),
  /** Into the technical log. */
  news: method(windows, deviceNews).answers<void>(),
  network: method(windows, z.void()).answers<NetworkState>(),
  /** Speaks through the seat's own voice: a WAV. A voice that was said not to speak Chinese is not asked for it. */
  say: method(
    windows,
    z.strictObject({ text: z.string().min(1).max(500), language: z.enum(languages) }),
  ).answers<Uint8Array>(),
  /** A child's speaker stayed silent: neither the seat nor the window has a voice for it. Staff are told. */
  silent: method(windows, z.void()).answers<void>(),
  /** Looks for the seat's Chinese voice once more. */
  voice: method(windows, z.void()).answers<VoiceState>(),
  /** The sentence that a voice is judged by, whatever was said of it before: a WAV. */
  hear: method(door, z.void()).answers<Uint8Array>(),
  judgeVoice: method(audited('coordinator', 'technician', 'teacher'), judgement).answers<void>(),
}
