import { relayPlace, type EngineSettings } from './settings.ts'

/** Not for peers of the relay: inner, special and multicast networks (RFC 6890, RFC 5771, RFC 4193). */
const forbidden = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '224.0.0.0-255.255.255.255',
  '::1',
  '::ffff:0:0-::ffff:ffff:ffff',
  '64:ff9b::-64:ff9b::ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
]

function peers(settings: EngineSettings): string {
  const { local, address } = settings
  if (local) return '# On one machine all peers are on loopback.\nallow-loopback-peers'
  // Our own address is where rtpengine and the relay itself are; nothing else there takes UDP from a relay.
  const ours = [...new Set([address, relayPlace(settings).address])]
  return [
    ...forbidden.map((range) => `denied-peer-ip=${range}`),
    ...ours.map((one) => `allowed-peer-ip=${one}`),
  ].join('\n')
}

/** The values of turnserver.conf. */
export function relayValues(
  settings: EngineSettings,
  secret: string,
  folder: string,
): Record<string, string> {
  const { relay, tls, local } = settings
  const { address, publicAddress } = relayPlace(settings)
  const withTls = !local && tls && relay.tlsPort !== null
  return {
    address,
    external: publicAddress
      ? `external-ip=${publicAddress}/${address}`
      : '# Its own address is the public one.',
    port: String(relay.port),
    firstPort: String(relay.ports[0]),
    lastPort: String(relay.ports[1]),
    tls: withTls ? `tls-listening-port=${relay.tlsPort}\ncert=${tls.certificate}\npkey=${tls.key}` : 'no-tls',
    domain: settings.domain,
    secret,
    perUser: String(relay.perUser),
    total: String(relay.total),
    log: local ? `${folder}/relay.log` : 'syslog',
    pid: `${folder}/relay.pid`,
    // Not the system's: it may belong to another relay on this machine.
    users: `${folder}/relay.sqlite`,
    peers: peers(settings),
  }
}

/** The values of rtpengine.conf. */
export function mediaValues(settings: EngineSettings): Record<string, string> {
  const { address, publicAddress, media, trunk } = settings
  return {
    interface: publicAddress ? `${address}!${publicAddress}` : address,
    control: `127.0.0.1:${media.controlPort}`,
    firstPort: String(media.ports[0]),
    lastPort: String(media.ports[1]),
    longest: String(Math.round(settings.longestPhoneCallMinutes * 60) + 60),
    sessions: String((trunk?.lines ?? 1) * 4),
  }
}
