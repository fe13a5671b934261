/** What the two ends tell each other within a call, in SIP INFO: nothing that anybody said. */
export interface Note {
  /** The kiosk is asked for an ICE restart. */
  readonly restart?: true
  /** Of the sender: `resting` when the link carries voice only, `off` when a person wants it so. */
  readonly picture?: 'on' | 'resting' | 'off'
  /** Of the sender's devices: `out` while one that was there gives nothing, so that nobody waits before a still. */
  readonly camera?: DeviceWord
  readonly microphone?: DeviceWord
  /** Whether the sender wants to see: voice only saves their data. */
  readonly wantsPicture?: boolean
}

/** How one end's device is, as the other end hears of it. */
export type DeviceWord = 'here' | 'out'
const isWord = (value: unknown): value is DeviceWord => value === 'here' || value === 'out'

export const NOTE_TYPE = 'application/x-happy-home+json'

/** Reads a note; the other end is a page that a pupil may have edited, so that anything may stand there. */
export function readNote(type: string | undefined, body: string | undefined): Note | null {
  if (type?.toLowerCase() !== NOTE_TYPE || body === undefined || body.length > 500) return null
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { restart, picture, wantsPicture, camera, microphone } = value as Readonly<Record<string, unknown>>
  return {
    ...(restart === true ? { restart } : {}),
    ...(picture === 'on' || picture === 'resting' || picture === 'off' ? { picture } : {}),
    ...(isWord(camera) ? { camera } : {}),
    ...(isWord(microphone) ? { microphone } : {}),
    ...(typeof wantsPicture === 'boolean' ? { wantsPicture } : {}),
  }
}
