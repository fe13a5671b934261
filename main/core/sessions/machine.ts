import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/** What tells a restart of the program from one of the machine. */
export interface Machine {
  /** Which run of the machine this is; empty where nothing says so (Windows): gaps are then measured by the wall. */
  readonly boot: string
  /** Milliseconds since the machine started, sleep included. */
  uptime(): number
}

export function thisMachine(): Machine {
  return { boot: bootId(), uptime: () => uptime() * 1000 }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
