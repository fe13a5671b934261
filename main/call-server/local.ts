import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Log } from '#core/kernel/log.ts'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { freePort, isFreePort } from './engines/ports.ts'
import { startLocalEngines, type Engines } from './engines/start.ts'
import { operate } from './operator.ts'
import { builtAt, untilAskedToStop } from './serve.ts'
import { startCallServer } from './server.ts'
import { parseSettings, type CallServerSettings } from './settings.ts'

const USUAL_PORT = 8480
/** Whence the child's window comes: of Electron, and of the preview that runs in the system's Chromium. */
const KIOSK_ORIGINS = ['app://pupil', 'http://pupil.app.localhost']

export interface LocalWish {
  readonly state: string | undefined
  readonly port: number | undefined
  /** Port of a SIP trunk on this machine. */
  readonly trunk: number | undefined
}

/** Everything on loopback, for trying a call between the example room and a browser on the same machine. */
export async function serveLocally(wish: LocalWish, log: Log): Promise<string | undefined> {
  const port = wish.port ?? USUAL_PORT
  if (!(await isFreePort(port)))
    return `Port ${port} is in use: perhaps this server runs in another window already. End that, or take another port with --port ${port + 1}.`
  const state = resolve(wish.state ?? join(homedir(), '.local', 'state', 'happy-home-calls'))
  makeFolder(state)
  const asked = untilAskedToStop()
  const url = `http://localhost:${port}`
  const enginePort = await freePort()
  const engines = await startLocalEngines(
    {
      state: join(state, 'engines'),
      callServer: `http://127.0.0.1:${enginePort}`,
      origins: [url, ...KIOSK_ORIGINS],
      secretFile: join(state, 'credentials.secret'),
      ...(wish.trunk !== undefined && { trunkPort: wish.trunk }),
    },
    (line) => {
      log.info(line)
    },
  )
  const running = engines.ok ? engines.value : undefined
  try {
    const settings = localSettings({ state, url, port, enginePort }, running)
    const server = await startCallServer({ settings, clock: { builtAt }, log })
    if (!server.ok) return server.error
    process.stdout.write(welcome(settings, engines.ok ? undefined : engines.error))
    await asked
    await server.value.stop()
    return undefined
  } catch (error) {
    return `The call server could not start: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await running?.stop()
  }
}

interface Places {
  readonly state: string
  readonly url: string
  readonly port: number
  readonly enginePort: number
}

function localSettings(
  { state, url, port, enginePort }: Places,
  engines: Engines | undefined,
): CallServerSettings {
  const page = resolve('out', 'parent')
  const parsed = parseSettings(
    {
      state,
      public: { url, host: 'localhost', port, tls: null },
      engine: { port: enginePort },
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

/** What to do now, for somebody who has never seen this; the line for a seat stands alone, to be copied. */
const welcome = (settings: CallServerSettings, missing: string | undefined): string => `
The call server is open on this machine: ${settings.public.url}
${missing === undefined ? '' : `\nCALLS WILL NOT RING YET, only messages work. ${missing}\n`}
1. In a second terminal:  npm start -- --example
2. There, in the staff console: Settings, Call server. Paste this line; it works once:

${provisioning(settings)}

3. Family, a child with a mother or father who may be called by video, Invite: open the link in a browser on this machine.
4. Let the child sit down and tap the first door.

Ctrl+C ends the server.
`

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
