import { z } from 'zod'
import { audited, door, method, staff, windows } from './define.ts'
import { everyRole } from './roles.ts'
import { languages } from './setup.ts'
import { judgement, type VoiceState } from './voice.ts'

export interface NetworkState {
  readonly connected: boolean
}

/**
 * A camera or microphone could be opened or not, fell out or came back: which, why, during what. Never who, never content.
 * `look`: it stands in the system's list again, and nobody has opened it.
 */
const deviceNews = z.strictObject({
  device: z.enum(['camera', 'microphone']),
  is: z.enum(['missing', 'busy', 'refused', 'asleep', 'silent', 'opened', 'back']),
  during: z.enum(['call', 'message', 'check', 'diary', 'photo', 'set-up', 'look']),
  /** How long it was out, ms; null while it is. */
  outMs: z.int().min(0).max(86_400_000).nullable(),
})
export type DeviceNews = z.infer<typeof deviceNews>

/** A device of this seat that gave nothing when it was last wanted, and why. */
export interface DeviceOut {
  readonly device: DeviceNews['device']
  readonly lack: Exclude<DeviceNews['is'], 'opened' | 'back'>
}

export const devicesMethods = {
  /** Opens the camera and microphone permission of the asking window for a test or a photograph, and closes it again. */
  test: method(door, z.strictObject({ on: z.boolean() })).answers<void>(),
  /** Into the technical log, and for staff. */
  news: method(windows, deviceNews).answers<void>(),
  /** What is out at this seat now; `devices.changed` tells when it is not so any more. */
  out: method(staff(...everyRole), z.void()).answers<readonly DeviceOut[]>(),
  network: method(windows, z.void()).answers<NetworkState>(),
  /** Speaks through the seat's own voice: a WAV. A voice that was said not to speak Chinese is not asked for it. */
  say: method(
    windows,
    z.strictObject({
      text: z.string().min(1).max(500),
      language: z.enum(languages),
      slow: z.boolean().optional(),
    }),
  ).answers<Uint8Array>(),
  /** A child's speaker stayed silent: neither the seat nor the window has a voice for it. Staff are told. */
  silent: method(windows, z.void()).answers<void>(),
  /** Looks for the seat's Chinese voice once more. */
  voice: method(windows, z.void()).answers<VoiceState>(),
  /** The sentence that a voice is judged by, whatever was said of it before: a WAV. */
  hear: method(door, z.void()).answers<Uint8Array>(),
  judgeVoice: method(audited('coordinator', 'technician', 'teacher'), judgement).answers<void>(),
}
