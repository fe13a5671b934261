import { derivedSecret } from './secret.ts'
import type { EngineSettings } from './settings.ts'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const quoted = (text: string): string => `"${text}"`

// Single quotes outside: the configuration has no escape for a quote that both readers would understand alike.
const call = (method: string, params: unknown[]): string =>
  `'${JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })}'`

/** Requests that put the SIP domain into Kamailio's name cache; 2 keeps a record for good. */
function nameRecords(settings: EngineSettings): Record<string, string> {
  const { domain, proxy } = settings
  return {
    DNS_SERVICE_RECORD: call('dns.add_srv', [`_sip._udp.${domain}`, 0, 10, 10, proxy.selfPort, domain, 2]),
    DNS_ADDRESS_RECORD: call('dns.add_a', [domain, 0, '127.0.0.1', 2]),
  }
}

function trunkValues(
  trunk: NonNullable<EngineSettings['trunk']>,
  settings: EngineSettings,
): Record<string, string> {
  const [first = ''] = trunk.addresses
  const hosts = trunk.addresses.map(escaped).join('|')
  // On loopback many programs share the address, so the port tells the trunk apart.
  const from = settings.local ? String(trunk.port) : '[0-9]+'
  return {
    WITH_TRUNK: '',
    LISTEN_TRUNK: listening('udp', settings, trunk.listenPort),
    TRUNK_PEERS: quoted(`^(${hosts}):${from}$`),
    TRUNK_HOST: quoted(first),
    TRUNK_PORT: String(trunk.port),
    TRUNK_URI: quoted(`sip:${first}:${trunk.port}`),
    CALLER_URI: quoted(`sip:${trunk.callerId}@${settings.publicAddress ?? settings.address}`),
    CALLER_HEADER: quoted(`P-Asserted-Identity: <sip:${trunk.callerId}@${first}>\\r\\n`),
  }
}

function listening(protocol: string, { address, publicAddress }: EngineSettings, port: number): string {
  const advertised = publicAddress ? ` advertise ${publicAddress}:${port}` : ''
  return `${protocol}:${address}:${port}${advertised}`
}

/** Where things lie that Kamailio uses; absolute paths. */
export interface KamailioPaths {
  readonly modules: string
  readonly dialogs: string
  readonly control: string
}

/** The text of settings.cfg. Holds secrets: write it with mode 0600. */
export function kamailioDefines(settings: EngineSettings, secret: string, paths: KamailioPaths): string {
  const { proxy, trunk, tls } = settings
  const web = settings.local ? 'tcp' : 'tls'
  const values: Record<string, string> = {
    DOMAIN: quoted(settings.domain),
    CREDENTIALS_SECRET: quoted(secret),
    ROUTE_SECRET: quoted(derivedSecret(secret, 'signed routes')),
    CALL_SERVER: quoted(settings.callServer),
    ORIGINS: quoted(`^(${settings.origins.map(escaped).join('|')})$`),
    SELF_ADDRESS: quoted('127.0.0.1'),
    SELF_PORT: String(proxy.selfPort),
    // On loopback alone the system may choose the socket towards the trunk for what the proxy sends to itself.
    OWN_PORTS: quoted(`^(${[proxy.selfPort, ...(trunk ? [trunk.listenPort] : [])].join('|')})$`),
    WEB_PORT: String(proxy.port),
    RPC_PORT: String(proxy.rpcPort),
    WEB_TRANSPORT: quoted(settings.local ? 'ws' : 'wss'),
    LISTEN_SELF: `udp:127.0.0.1:${proxy.selfPort}`,
    LISTEN_RPC: `tcp:127.0.0.1:${proxy.rpcPort}`,
    LISTEN_WEB: listening(web, settings, proxy.port),
    MODULE_PATH: quoted(paths.modules),
    // Four slashes: two of the address, one that the driver takes off, one of the path.
    DIALOG_STORE: quoted(`sqlite:///${paths.dialogs}`),
    CONTROL_SOCKET: quoted(`unix:${paths.control}`),
    RTPENGINE: quoted(`udp:127.0.0.1:${settings.media.controlPort}`),
    LONGEST_CALL: String(Math.round(settings.longestCallMinutes * 60)),
    LONGEST_PHONE_CALL: quoted(String(Math.round(settings.longestPhoneCallMinutes * 60))),
    CALLS_AT_ONCE: '3',
    TRUNK_LINES: String(trunk?.lines ?? 0),
    ...(tls &&
      !settings.local && {
        WITH_TLS: '',
        CERTIFICATE: quoted(tls.certificate),
        PRIVATE_KEY: quoted(tls.key),
      }),
    ...(trunk && trunkValues(trunk, settings)),
    ...nameRecords(settings),
  }
  const lines = Object.entries(values).map(([name, value]) => `#!define ${name} ${value}`.trimEnd())
  return ['# Written by the generator; changes are lost. Holds secrets.', ...lines, ''].join('\n')
}
