/** The part of a file that a player asks for; both ends count. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * What a `Range` header means for a file of `size` bytes (RFC 9110, 14.1.2): one range of bytes; undefined where the whole is
 * asked for, or several parts (which may be answered by the whole); 'none' where nothing of it is there.
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'none' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = asked ?? []
  if (!asked || (first === '' && last === '')) return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < from) return undefined
  return from > to ? 'none' : { from, to }
}
