import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '#core/kernel/result.ts'

const port = z.int().min(0).max(65_535)
const minutes = (usual: number) => z.number().positive().default(usual)
const count = (usual: number) => z.int().min(0).default(usual)
const bytes = (usual: number) => z.int().min(1).default(usual)

/** Asked as often as this: `times` within `withinMs`. */
const rate = (times: number, withinMs: number) =>
  z.strictObject({ times: z.int().min(1), withinMs: z.int().min(1000) }).default({ times, withinMs })

const TEN_MINUTES = 600_000
const DAY = 86_400_000
const MB = 2 ** 20

const limits = z.strictObject({
  /** Minutes of talk by telephone; a trunk costs money. */
  phoneCallMinutes: minutes(30),
  phoneChildDayMinutes: minutes(60),
  phoneNumberDayMinutes: minutes(90),
  phoneRoomDayMinutes: minutes(600),
  /** Calls of one child that are being set up or talked at the same moment. */
  phoneAtOnce: count(2),
  /** Phone calls that one child may try in a day, answered or not. */
  phoneChildDayCalls: count(30),
  /** Life of credentials in minutes; a revoked seat keeps what it has so long. */
  credentialMinutes: z.number().positive().max(10).default(10),
  invitationHours: z.number().positive().max(168).default(48),
  enrolmentHours: z.number().positive().max(720).default(168),
  devicesPerContact: count(5),
  messageBytes: bytes(30 * MB),
  messagesPerContact: count(60),
  messageBytesPerContact: bytes(150 * MB),
  /** Days after which an unseen message goes, and days that a seen one stays. */
  unseenDays: z.number().positive().default(90),
  seenDays: z.number().min(0).default(30),
  rates: z
    .strictObject({
      enrolPerAddress: rate(20, TEN_MINUTES),
      enrolPerRoom: rate(20, TEN_MINUTES),
      invitePerContact: rate(10, DAY),
      invitePerRoom: rate(400, DAY),
      // A whole school's parents come from one address, on the evening when the slips are handed out.
      redeemPerAddress: rate(400, TEN_MINUTES),
      signInPerAddress: rate(1200, TEN_MINUTES),
      signInPerDevice: rate(30, TEN_MINUTES),
      credentialsPerUser: rate(60, TEN_MINUTES),
      credentialsPerAddress: rate(600, TEN_MINUTES),
      requestsPerAddress: rate(30_000, TEN_MINUTES),
    })
    .prefault({}),
})

const schema = z.strictObject({
  /** Folder of the database and the messages. */
  state: z.string().min(1),
  /** What seats and parents' pages reach. */
  public: z.strictObject({
    url: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
    host: z.string().min(1),
    port,
    tls: z.strictObject({ certificate: z.string(), key: z.string() }).nullable(),
    /** A proxy on this machine ends TLS and says in X-Forwarded-For who asks. */
    behindProxy: z.boolean().default(false),
  }),
  /** What Kamailio asks; never reachable from outside. */
  engine: z.strictObject({ host: z.string().default('127.0.0.1'), port }),
  sip: z.strictObject({
    domain: z.string().min(1).default('calls.happy-home.invalid'),
    /** Where browsers reach the proxy. */
    proxy: z.url({ protocol: /^wss?$/ }),
    /** Kamailio's JSON-RPC, on loopback. */
    rpc: z.url({ protocol: /^http$/ }),
    /** Put before a caller's number that comes without a country: 86 is China. */
    countryCode: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .default('86'),
  }),
  /** STUN and TURN addresses, as a browser takes them. */
  relay: z.strictObject({ urls: z.array(z.string().regex(/^(stun|turn)s?:/)).max(8) }),
  secrets: z.strictObject({
    /** Shared with Kamailio and coturn; one line of text. */
    credentials: z.string().min(1),
    /** 32 bytes in base64url; opens the messages. Keep it apart from the backups of the state folder. */
    messages: z.string().min(1),
  }),
  /** Folder of the parent's page, built. */
  page: z.string().min(1).nullable(),
  /** Minutes east of UTC; a day of the caps begins there at midnight. */
  zoneMinutes: z.int().min(-720).max(840).default(480),
  limits: limits.prefault({}),
  /** Read by `engines/`. */
  engines: z.unknown().optional(),
})

export type CallServerSettings = z.infer<typeof schema>
export type RateLimit = z.infer<typeof limits>['rates']['invitePerRoom']

/** Reads settings; paths in them are taken from the folder of the file. The error is a sentence for the operator. */
export function readSettings(file: string): Result<CallServerSettings, string> {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return err(`The settings file ${file} cannot be read: ${String(error)}`)
  }
  return parseSettings(text, dirname(resolve(file)))
}

/** Checks settings and resolves their paths against `folder`. */
export function parseSettings(value: unknown, folder: string): Result<CallServerSettings, string> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return err(`The settings are not valid: ${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  const wrong = unsafe(settings)
  if (wrong) return err(wrong)
  const at = (path: string): string => resolve(folder, path)
  const { tls } = settings.public
  return ok({
    ...settings,
    state: at(settings.state),
    page: settings.page === null ? null : at(settings.page),
    public: {
      ...settings.public,
      tls: tls && { certificate: at(tls.certificate), key: at(tls.key) },
    },
    secrets: { credentials: at(settings.secrets.credentials), messages: at(settings.secrets.messages) },
  })
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/

function unsafe({ public: outside, engine, sip }: CallServerSettings): string | undefined {
  if (!loopback.test(engine.host))
    return 'engine.host must be on loopback: whoever reaches it decides on calls'
  if (!loopback.test(new URL(sip.rpc).hostname.replaceAll(/[[\]]/g, '')))
    return 'sip.rpc must be on loopback: it has no password'
  const local = loopback.test(outside.host)
  if (!outside.tls && !local) return 'public.tls is missing: without TLS only a loopback address may listen'
  if (outside.behindProxy && !local) return 'public.behindProxy needs a loopback address'
  return undefined
}
