import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { askKamailio, askMedia, askRelay } from './ask.ts'
import { supervise, type Daemon, type EngineLog, type Supervised } from './daemon.ts'
import { checkEngines, writeEngineFiles, type EngineFiles } from './generate.ts'
import { ensurePackages } from './packages.ts'
import { keptPorts } from './kept-ports.ts'
import { freePortRow } from './ports.ts'
import { makeSecret } from './secret.ts'
import { relayPlace, type EngineSettings } from './settings.ts'

/** The three engines, running as children of this process. */
export interface Engines {
  /** ws:// or wss://, for browsers. */
  readonly proxyUrl: string
  /** stun: and turn: addresses, for browsers. */
  readonly relayUrls: readonly string[]
  /** Kamailio's JSON-RPC: dlg.list, dlg.terminate_dlg, ul.lookup, ul.rm, core.version. */
  readonly rpcUrl: string
  /** Process ids now, by name: kamailio, relay, media. */
  pids(): Readonly<Record<string, number | undefined>>
  /** Ends them, the proxy first; resolves when nothing is left. */
  stop(): Promise<void>
}

/** What `--local` must be told; the rest is chosen. */
export interface LocalEngines {
  /** Folder for configuration and running calls; absolute. */
  readonly state: string
  /** The call server's loopback service, such as http://127.0.0.1:7300. */
  readonly callServer: string
  /** Origins of the pages that may call. */
  readonly origins: readonly string[]
  /** File with the secret of the credentials, shared with the call server; made if absent. */
  readonly secretFile: string
  readonly domain?: string
  /** A trunk on this machine: its port, for tests with a telephone. */
  readonly trunkPort?: number
  readonly longestPhoneCallMinutes?: number
}

/** Starts all engines on loopback, on the ports of the last start as far as they are free. The error is a text for the operator that says what to do. */
export async function startLocalEngines(
  wish: LocalEngines,
  log: EngineLog,
): Promise<Result<Engines, string>> {
  const there = ensurePackages(log)
  if (!there.ok) return there
  mkdirSync(wish.state, { recursive: true, mode: 0o700 })
  makeSecret(wish.secretFile)
  const { web, self, rpc, relay, control, trunk } = await keptPorts(join(wish.state, 'ports.json'), [
    'web',
    'self',
    'rpc',
    'relay',
    'control',
    'trunk',
  ])
  const checked = checkEngines({
    local: true,
    address: '127.0.0.1',
    domain: wish.domain ?? 'calls.happy-home.invalid',
    secretFile: wish.secretFile,
    callServer: wish.callServer,
    origins: [...wish.origins],
    tls: null,
    proxy: { port: web, selfPort: self, rpcPort: rpc },
    relay: { port: relay, tlsPort: null, ports: await freePortRow(60) },
    media: { controlPort: control, ports: await freePortRow(40) },
    trunk: wish.trunkPort
      ? {
          addresses: ['127.0.0.1'],
          port: wish.trunkPort,
          listenPort: trunk,
          callerId: '+861000000000',
          lines: 4,
        }
      : null,
    ...(wish.longestPhoneCallMinutes && { longestPhoneCallMinutes: wish.longestPhoneCallMinutes }),
  })
  if (!checked.ok) return checked
  return startEngines(checked.value, wish.state, log)
}

/** Writes the configuration into `state` and starts the engines with it, each waiting until it answers. */
export async function startEngines(
  settings: EngineSettings,
  state: string,
  log: EngineLog,
): Promise<Result<Engines, string>> {
  const files = writeEngineFiles(settings, state)
  if (!files.ok) return files
  const rpcUrl = `http://127.0.0.1:${settings.proxy.rpcPort}/RPC`
  const running: Supervised[] = []
  const stop = async (): Promise<void> => {
    for (const engine of running.toReversed()) await engine.stop()
  }
  const daemons = daemonsOf(settings, files.value, state, rpcUrl)
  try {
    for (const daemon of daemons) running.push(await supervise(daemon, log))
  } catch (error) {
    await stop()
    return err(error instanceof Error ? error.message : String(error))
  }
  return ok({
    proxyUrl: proxyUrlOf(settings),
    relayUrls: relayUrlsOf(settings),
    rpcUrl,
    pids: () => Object.fromEntries(daemons.map(({ name }, index) => [name, running[index]?.pid()])),
    stop,
  })
}

// The proxy last, so that a call finds relay and sound ready; stopped first.
function daemonsOf(settings: EngineSettings, files: EngineFiles, state: string, rpcUrl: string): Daemon[] {
  const { relay, media } = settings
  const pidFile = (name: string): string => join(state, `${name}.started`)
  return [
    {
      name: 'relay',
      command: 'turnserver',
      args: ['-c', files.relay],
      ready: askRelay(relayPlace(settings).address, relay.port),
      pidFile: pidFile('relay'),
    },
    {
      name: 'media',
      command: 'rtpengine',
      args: [`--config-file=${files.media}`, '--config-section=rtpengine', '--foreground'],
      ready: askMedia(media.controlPort),
      pidFile: pidFile('media'),
    },
    {
      name: 'kamailio',
      command: 'kamailio',
      args: ['-DD', '-m', '64', '-M', '8', '-f', files.kamailio, '-Y', join(state, 'kamailio'), '-w', state],
      ready: askKamailio(rpcUrl),
      pidFile: pidFile('kamailio'),
    },
  ]
}

/** Where browsers open the socket. Outside `local` the settings of the call server name the host of the certificate. */
const proxyUrlOf = ({ local, address, proxy }: EngineSettings): string =>
  `${local ? 'ws' : 'wss'}://${address}:${proxy.port}`

function relayUrlsOf(settings: EngineSettings): string[] {
  const { local, relay, tls } = settings
  const { address, publicAddress } = relayPlace(settings)
  const host = publicAddress ?? address
  const plain = [
    `stun:${host}:${relay.port}`,
    `turn:${host}:${relay.port}`,
    `turn:${host}:${relay.port}?transport=tcp`,
  ]
  return !local && tls && relay.tlsPort !== null
    ? [...plain, `turns:${host}:${relay.tlsPort}?transport=tcp`]
    : plain
}
