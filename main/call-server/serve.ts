import { statSync } from 'node:fs'
import type { Log } from '#core/kernel/log.ts'
import { startCallServer } from './server.ts'
import type { CallServerSettings } from './settings.ts'

/** When this program came to this machine: no clock before it is believed. It runs from its sources, nothing builds it. UTC milliseconds. */
export const builtAt = statSync(import.meta.filename).mtimeMs

/** Serves until SIGTERM or SIGINT. Returns why it could not, as a sentence for the operator. */
export async function serve(settings: CallServerSettings, log: Log): Promise<string | undefined> {
  const asked = untilAskedToStop()
  try {
    const server = await startCallServer({ settings, clock: { builtAt }, log })
    if (!server.ok) return server.error
    log.info('The call server is open', { url: settings.public.url, port: server.value.publicPort })
    await asked
    await server.value.stop()
    log.info('The call server has stopped; calls go on')
    return undefined
  } catch (error) {
    return `The call server could not start: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Resolves at the first request to stop. */
export function untilAskedToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  return promise
}
