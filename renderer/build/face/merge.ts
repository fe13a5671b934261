import { createFont, woff2, type TTF } from 'fonteditor-core'
import { readFileSync } from 'node:fs'

/**
 * Makes one file of those glyphs of several files of the same face that draw these characters. Outlines and measures stay as they are; the face
 * has no hints, and its ranges no kerning. Throws where a file draws less than its sheet says.
 */
export async function mergeFaces(
  files: readonly string[],
  wanted: ReadonlySet<number>,
): Promise<{ readonly bytes: Buffer; readonly characters: readonly number[] }> {
  await woff2.init()
  let whole: TTF.TTFObject | undefined
  const drawn = new Set<number>()
  for (const file of files) {
    const font = createFont(readFileSync(file), { type: 'woff2' }).get()
    const glyphs = font.glyf.flatMap((glyph) => {
      const unicode = (glyph.unicode ?? []).filter((one) => wanted.has(one) && !drawn.has(one))
      for (const one of unicode) drawn.add(one)
      return unicode.length === 0 ? [] : [{ ...glyph, unicode }]
    })
    // The first glyph stands for what a face does not draw.
    whole ??= { ...font, glyf: font.glyf.slice(0, 1) }
    whole.glyf.push(...glyphs)
  }
  if (!whole) throw new Error('There is no face to merge')
  const font = createFont()
  font.set(whole)
  const bytes = font.write({ type: 'woff2', toBuffer: true })
  return { bytes, characters: [...drawn] }
}
