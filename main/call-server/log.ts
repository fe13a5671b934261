import { inspect } from 'node:util'
import type { Log } from '#core/kernel/log.ts'

/** One line each on standard error, where systemd's journal takes it and adds the time. */
export const lineLog: Log = {
  info: (message, facts) => write('', message, facts),
  warn: (message, facts) => write('Warning: ', message, facts),
  error: (message, facts) => write('Error: ', message, facts),
}

function write(kind: string, message: string, facts: Readonly<Record<string, unknown>> = {}): void {
  const told = Object.entries(facts).map(
    ([name, value]) => `${name}=${inspect(value, { breakLength: Infinity })}`,
  )
  process.stderr.write(`${kind}${[message, ...told].join(' ')}\n`)
}
