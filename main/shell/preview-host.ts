/**
 * The house also runs as a preview in the system's Chromium, which lacks parts of Electron and says so with an error
 * of this name. Electron itself never throws it, so nothing is ever left undone on a real seat.
 */
const missingPart = 'NotInStandIn'

/** Does what every real host offers; gives `fallback` where the preview host lacks the part. */
export function whereOffered<T>(work: () => T, fallback: T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && error.name === missingPart) return fallback
    throw error
  }
}
