/** A piece of a bar. `text` is what stands in it: a number, `?` for what is looked for, or nothing. */
export interface Part {
  readonly size: number
  readonly text: string
  readonly look: 'first' | 'second' | 'away' | 'unknown'
}

export interface Bar {
  readonly parts: readonly Part[]
  /** What the whole bar is; null where it is not told. */
  readonly total: string | null
}

/** The quantities of a story as the school book draws them: bars of one scale under each other. */
export interface Bars {
  readonly bars: readonly Bar[]
  /** What all bars are together; null where it is not told. */
  readonly total: string | null
}

export const ASKED = '?'

export const part = (size: number, look: Part['look'] = 'first', text = `${size}`): Part => ({
  size,
  text,
  look,
})
export const unknown = (size: number): Part => ({ size, text: ASKED, look: 'unknown' })
export const bar = (parts: readonly Part[], total: string | null = null): Bar => ({ parts, total })
export const bars = (all: readonly Bar[], total: string | null = null): Bars => ({ bars: all, total })

/** So many equal pieces. */
export const equal = (
  count: number,
  size: number,
  look: Part['look'] = 'first',
  text = `${size}`,
): readonly Part[] => Array.from({ length: count }, () => part(size, look, text))

/** Pieces narrower than this share of a bar could not hold their number. */
export const NARROWEST = 0.12

/** Pieces of one size from the front of a bar, as many as are drawn before it says “and so on”. */
export function chain(whole: number, piece: number): Bar {
  const width = Math.max(piece, whole * NARROWEST)
  const begun = equal(Math.min(2, Math.floor(whole / piece)), width, 'first', `${piece}`)
  const left = whole - begun.length * width
  return bar(left > 0 ? [...begun, { size: left, text: '…', look: 'unknown' }] : begun, `${whole}`)
}
