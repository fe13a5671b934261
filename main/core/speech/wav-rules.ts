const HEADER = 44

/**
 * Sounds of one kind (PCM, as espeak writes them to a pipe: 44 bytes of header, its lengths not filled in), one after the other
 * in a WAV with right lengths. Sounds of another rate, width or number of channels than the first are left out.
 */
export function joinWavs(sounds: readonly Uint8Array[]): Uint8Array | undefined {
  const [first] = sounds.filter((sound) => sound.length > HEADER)
  if (!first) return undefined
  const kind = kindOf(first)
  const same = sounds.filter((sound) => sound.length > HEADER && kindOf(sound) === kind)
  const length = same.reduce((sum, sound) => sum + sound.length - HEADER, 0)
  const joined = new Uint8Array(HEADER + length)
  joined.set(first.subarray(0, HEADER))
  let at = HEADER
  for (const sound of same) {
    joined.set(sound.subarray(HEADER), at)
    at += sound.length - HEADER
  }
  const view = new DataView(joined.buffer)
  view.setUint32(4, joined.length - 8, true)
  view.setUint32(40, length, true)
  return joined
}

/** Format, channels, rate, bytes a second, frame and width of a sample. */
const kindOf = (sound: Uint8Array): string => sound.subarray(20, 36).join(' ')
