import { z } from 'zod'
import { door, method, windows } from './define.ts'
import { languages } from './setup.ts'

export interface NetworkState {
  readonly connected: boolean
}

export const devicesMethods = {
  /** Opens the camera and microphone permission of the asking window for a test or a photograph, and closes it again. */
  test: method(door, z.strictObject({ on: z.boolean() })).answers<void>(),
  network: method(windows, z.void()).answers<NetworkState>(),
  /** Speaks through the seat's own voice where the window has none: a WAV. */
  say: method(
    windows,
    z.strictObject({ text: z.string().min(1).max(500), language: z.enum(languages) }),
  ).answers<Uint8Array>(),
}
