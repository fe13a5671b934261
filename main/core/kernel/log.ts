/** Where a service writes what a technician should be able to read later. Never a child's words, never a PIN. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

/** A log that keeps nothing, for tests and scripts. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
