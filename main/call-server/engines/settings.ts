import { isIPv4 } from 'node:net'
import { z } from 'zod'

const port = z.int().min(1).max(65_535)
/** Browsers refuse to open a socket to the usual ports of SIP. */
const webPort = port.refine((value) => value !== 5060 && value !== 5061, 'browsers refuse 5060 and 5061')
const ports = z.tuple([port, port]).refine(([first, last]) => last - first >= 20, 'at least 20 ports')
const address = z.string().refine(isIPv4, 'an IPv4 address')
/** Quotes, spaces and line ends would leave the configuration's string. */
const path = z.string().regex(/^\/[\w./+@-]+$/, 'an absolute path of plain characters')
const origin = z.string().regex(/^[a-z]+:\/\/[\w.:[\]-]+$/, 'scheme://host[:port]')

const trunkSettings = z.strictObject({
  /** Where the telephone company calls from; we call the first. */
  addresses: z.array(address).min(1).max(20),
  port: port.default(5060),
  /** Our own UDP port towards it. */
  listenPort: port.default(5060),
  /** The school's number, E.164. */
  callerId: z.string().regex(/^\+[1-9]\d{5,14}$/),
  /** Phone calls at the same moment. */
  lines: z.int().min(1).max(200).default(4),
})

/** The `engines` part of the settings file: see resources/call-server/settings.example.jsonc. */
export const engineSection = z.strictObject({
  address,
  publicAddress: address.optional(),
  proxy: z.strictObject({ port: webPort, selfPort: port.default(5062), rpcPort: port.default(5066) }),
  tls: z.strictObject({ certificate: path, key: path }).nullable(),
  relay: z.strictObject({
    /** Where it stands apart from the proxy, so that both may have 443; usually the same. */
    address: address.optional(),
    publicAddress: address.optional(),
    port: port.default(3478),
    tlsPort: port.nullable().default(443),
    ports: ports.default([49_160, 49_999]),
    perUser: z.int().min(1).default(60),
    total: z.int().min(1).default(1200),
  }),
  media: z.strictObject({ controlPort: port.default(2223), ports: ports.default([30_000, 30_999]) }),
  trunk: trunkSettings.nullable().default(null),
  longestCallMinutes: z.number().min(1).max(1440).default(120),
  longestPhoneCallMinutes: z.number().positive().max(240).default(30),
  origins: z.array(origin).max(20).default(['app://pupil']),
})

/** What the engines must know, joined from the parts of the settings file. */
export const engineSettings = engineSection.extend({
  /** Everything on loopback, without TLS. */
  local: z.boolean().default(false),
  domain: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,98}[a-z0-9]$/),
  /** Holds the secret of the credentials, shared with the call server; mode 0600. */
  secretFile: path,
  /** The call server's loopback service, without a path. */
  callServer: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
})
export type EngineSettings = z.infer<typeof engineSettings>

/** The relay's own address, or the one that all engines have. */
export const relayPlace = ({
  address: ours,
  publicAddress,
  relay,
}: EngineSettings): { readonly address: string; readonly publicAddress: string | undefined } =>
  relay.address === undefined
    ? { address: ours, publicAddress: relay.publicAddress ?? publicAddress }
    : { address: relay.address, publicAddress: relay.publicAddress }

const loopback = (host: string): boolean => host.startsWith('127.')

/** What makes settings unsafe that are well formed, as a sentence for the operator. */
export function unsafeEngines(settings: EngineSettings): string | undefined {
  if (settings.local) return loopback(settings.address) ? undefined : 'Local engines stay on loopback'
  if (!settings.tls) return 'engines.tls is missing: without TLS engines only listen on loopback'
  if (settings.origins.some((one) => one.startsWith('http://')))
    return 'engines.origins may not hold http://: anybody on the way could change such a page'
  return undefined
}
