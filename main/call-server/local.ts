import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Log } from '#core/kernel/log.ts'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { startLocalEngines, type Engines } from './engines/start.ts'
import { operate } from './operator.ts'
import { serverClock, untilAskedToStop } from './serve.ts'
import { startCallServer } from './server.ts'
import { parseSettings, type CallServerSettings } from './settings.ts'

const PUBLIC_PORT = 8480
const ENGINE_PORT = 7380
const URL = `http://localhost:${PUBLIC_PORT}`

/** Everything on loopback, for trying a call between the example room and a browser on the same machine. */
export async function serveLocally(folder: string | undefined, log: Log): Promise<string | undefined> {
  const state = resolve(folder ?? join(homedir(), '.local', 'state', 'happy-home-calls'))
  makeFolder(state)
  const asked = untilAskedToStop()
  const engines = await startLocalEngines(
    {
      state: join(state, 'engines'),
      callServer: `http://127.0.0.1:${ENGINE_PORT}`,
      origins: [URL, 'app://pupil', ...moreOrigins()],
      secretFile: join(state, 'credentials.secret'),
    },
    (line) => {
      log.info(line)
    },
  )
  if (!engines.ok) log.warn(`Calls will not ring, only messages work: ${engines.error}`)
  const running = engines.ok ? engines.value : undefined
  try {
    const settings = localSettings(state, running)
    const server = await startCallServer({ settings, clock: serverClock, log })
    if (!server.ok) return server.error
    log.info('The call server is open on this machine', { url: URL })
    process.stdout.write(`${provisioning(settings)}\n`)
    await asked
    await server.value.stop()
    return undefined
  } catch (error) {
    return `The call server could not start: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await running?.stop()
  }
}

/** The stand-in that e2e runs on serves the child's window from another origin than Electron. */
function moreOrigins(): readonly string[] {
  return (process.env['HAPPY_HOME_LOCAL_ORIGINS'] ?? '').split(' ').filter((origin) => origin !== '')
}

function localSettings(state: string, engines: Engines | undefined): CallServerSettings {
  const page = resolve('out', 'parent')
  const parsed = parseSettings(
    {
      state,
      public: { url: URL, host: 'localhost', port: PUBLIC_PORT, tls: null },
      engine: { port: ENGINE_PORT },
      sip: {
        proxy: engines?.proxyUrl ?? 'ws://127.0.0.1:9',
        rpc: engines?.rpcUrl ?? 'http://127.0.0.1:9/RPC',
      },
      relay: { urls: engines?.relayUrls ?? [] },
      secrets: { credentials: 'credentials.secret', messages: 'messages.secret' },
      page: existsSync(page) ? page : null,
    },
    state,
  )
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

/** The line for a seat: of the room that is there already, or of a new one. */
function provisioning(settings: CallServerSettings): string {
  const listed = operate(settings, { does: 'list' })
  const room = listed.ok ? /^room (\S+)/m.exec(listed.value)?.[1] : undefined
  const made = operate(
    settings,
    room === undefined ? { does: 'add-room', of: 'Example room' } : { does: 'add-seat', of: room },
  )
  return made.ok ? made.value : made.error
}
