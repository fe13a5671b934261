/** Encoders that Node lacks, for tests: what Excel, WPS and old editors of Chinese machines write. */
const twoBytes = new Map<string, readonly number[]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail))
    if (Array.from(text).length === 1 && text !== '\ufffd' && !twoBytes.has(text))
      twoBytes.set(text, [lead, trail])
  }
}

/** GB18030; four bytes outside the basic plane (𠮷), and for the few of the basic plane that need them by search. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((character) => encoded(character)))
}

function encoded(character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return [point]
  const two = twoBytes.get(character)
  if (two) return two
  if (point >= 0x10000) return fourBytes(point - 0x10000 + 189_000)
  for (let pointer = 0; pointer < 39_420; pointer += 1) {
    if (decoder.decode(Uint8Array.from(fourBytes(pointer))) === character) return fourBytes(pointer)
  }
  throw new Error(`No GB18030 for ${character}`)
}

function fourBytes(pointer: number): readonly number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const utf16 = (text: string, end: 'LE' | 'BE'): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return end === 'LE' ? bytes : bytes.swap16()
}

export const encoders = {
  'UTF-8': utf8,
  'UTF-8 with mark': (text: string) => utf8(`\ufeff${text}`),
  'UTF-16LE': (text: string) => utf16(text, 'LE'),
  'UTF-16BE': (text: string) => utf16(text, 'BE'),
  GB18030: gb18030,
} as const
