/** How much a window may send in one call. */
export interface Budget {
  /** Characters and bytes together. */
  readonly bytes: number
  /** Values, containers included. */
  readonly values: number
}

/** A child's page sends strokes and small pictures. */
export const pupilBudget: Budget = { bytes: 2 ** 21, values: 70_000 }
/** A class list may have 50 MB. */
export const staffBudget: Budget = { bytes: 51 * 2 ** 20, values: 20_000 }

const DEPTH = 16

/** Whether an input stays within its budget; looked at before any schema walks it. Survives loops and strange objects. */
export function isWithin(input: unknown, { bytes, values }: Budget): boolean {
  let bytesLeft = bytes
  let valuesLeft = values
  const walk = (value: unknown, depth: number): boolean => {
    if (--valuesLeft < 0 || depth > DEPTH) return false
    if (typeof value === 'string') return (bytesLeft -= value.length) >= 0
    if (typeof value === 'bigint') return (bytesLeft -= value.toString(36).length) >= 0
    if (typeof value !== 'object' || value === null) return true
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return (bytesLeft -= value.byteLength) >= 0
    if (value instanceof Map || value instanceof Set) return false
    if (Array.isArray(value)) {
      // A sparse array of four thousand million holes would be walked hole by hole.
      return value.length <= valuesLeft && value.every((item) => walk(item, depth + 1))
    }
    return Object.entries(value).every(
      ([key, item]) => (bytesLeft -= key.length) >= 0 && walk(item, depth + 1),
    )
  }
  return walk(input, 0)
}
