export interface ByteRange {
  /** First byte. */
  readonly start: number
  /** The one after the last. */
  readonly end: number
}

/**
 * Reads a Range header (RFC 9110, 14.2) for something of that size: the whole when there is none or several are asked,
 * undefined when it cannot be satisfied.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'whole' | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return 'whole'
  const [, from = '', to = ''] = found
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? undefined : { start: size - last, end: size }
  }
  const start = Number(from)
  const end = to === '' ? size : Math.min(Number(to) + 1, size)
  if (to !== '' && Number(to) < start) return 'whole'
  return start >= size ? undefined : { start, end }
}
