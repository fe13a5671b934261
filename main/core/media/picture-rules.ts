export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

/** What a picture file is by its first bytes, whatever it is called; undefined for anything but JPEG, PNG and WebP. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const riff = starts(bytes, [0x52, 0x49, 0x46, 0x46])
  return riff && starts(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : undefined
}

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)
