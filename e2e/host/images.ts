import type { NativeImage } from 'electron'
import { readFileSync } from 'node:fs'
import { strict } from './not-in-stand-in.ts'

/** A picture as Electron hands it out, from PNG bytes; empty bytes make an empty picture. */
export function imageFrom(png: Buffer): NativeImage {
  const size =
    png.length >= 24 ? { width: png.readUInt32BE(16), height: png.readUInt32BE(20) } : { width: 0, height: 0 }
  const image = strict('NativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    isEmpty: () => png.length === 0,
    getSize: () => size,
  })
  return image as unknown as NativeImage
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Electron's `nativeImage`, for PNG only. */
export const nativeImage = strict('nativeImage', {
  createEmpty: () => imageFrom(Buffer.alloc(0)),
  createFromPath: (path: string) => imageFrom(read(path)),
  createFromBuffer: (buffer: Buffer) => imageFrom(buffer),
})
