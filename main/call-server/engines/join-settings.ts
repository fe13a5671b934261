import { z } from 'zod'
import { err, type Result } from '#core/kernel/result.ts'
import type { CallServerSettings } from '../settings.ts'
import { checkEngines } from './generate.ts'
import { engineSection, type EngineSettings } from './settings.ts'

/** What the engines need of the call server's settings file, its `engines` part included. */
export function enginesOf(settings: CallServerSettings): Result<EngineSettings, string> {
  const section = engineSection.safeParse(settings.engines)
  if (!section.success) return err(`The part engines is not valid: ${z.prettifyError(section.error)}`)
  const { proxy, origins } = section.data
  if (Number(new URL(settings.sip.rpc).port) !== proxy.rpcPort)
    return err(`sip.rpc must have the port of engines.proxy.rpcPort, ${proxy.rpcPort}`)
  return checkEngines({
    ...section.data,
    longestPhoneCallMinutes: Math.min(section.data.longestPhoneCallMinutes, settings.limits.phoneCallMinutes),
    origins: [...new Set([settings.public.url, ...origins])],
    domain: settings.sip.domain,
    secretFile: settings.secrets.credentials,
    callServer: `http://127.0.0.1:${settings.engine.port}`,
  })
}
