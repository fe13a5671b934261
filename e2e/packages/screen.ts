// What stands on an Xvfb's screen, read from the file that it keeps it in (-fbdir): no program has to be asked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

interface Screen {
  readonly width: number
  readonly height: number
  /** Three bytes to a pixel, line by line. */
  readonly pixels: Buffer
}

/** `file` is an X window dump of 32 bits to a pixel. */
function read(file: string): Screen {
  const dump = readFileSync(file)
  const field = (index: number): number => dump.readUInt32BE(4 * index)
  const [width, height, line, start] = [field(4), field(5), field(12), field(0) + 12 * field(19)]
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 3)
      pixels.writeUIntBE(dump.readUInt32LE(start + y * line + 4 * x) & 0xffffff, to, 3)
  return { width, height, pixels }
}

/** How many colours a sample of it has: none where there is no screen yet, one where nothing is drawn. */
export function coloursOf(file: string): number {
  if (!existsSync(file)) return 0
  const { pixels } = read(file)
  const seen = new Set<number>()
  for (let at = 0; at + 2 < pixels.length; at += 3 * 97) seen.add(pixels.readUIntBE(at, 3))
  return seen.size
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

export function writePng(file: string, to: string): void {
  const { width, height, pixels } = read(file)
  const lines = Array.from({ length: height }, (_, y) => [
    Buffer.from([0]),
    pixels.subarray(y * width * 3, (y + 1) * width * 3),
  ])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits to a colour, three colours.
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const body = deflateSync(Buffer.concat(lines.flat()))
  writeFileSync(
    to,
    Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]),
  )
}
