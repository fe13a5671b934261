import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../main/call-server/engines/ports.ts'
import { startLocalEngines, type Engines, type LocalEngines } from '../../main/call-server/engines/start.ts'
import { askRpc } from '../../main/call-server/rpc.ts'
import { startAllowService, type AllowService } from './allow-service.ts'
import { credentialsOf, openSipUser, type Door, type SipUser } from './sip-user.ts'

export const origin = 'http://localhost:8080'
export const domain = 'calls.happy-home.invalid'

/** Child and mother, another child, its mother, and a number: as the call server names them. */
const hex = (letter: string): string => letter.repeat(24)
export const people = {
  child: `k${hex('a')}`,
  mother: `c${hex('a')}`,
  other: `k${hex('b')}`,
  otherMother: `c${hex('b')}`,
  number: '+8613800001111',
  otherNumber: '+8613800002222',
} as const

/** The real engines on loopback, with a stand-in of the call server beside them. */
export interface CallHouse {
  readonly engines: Engines
  readonly allow: AllowService
  readonly door: Door
  readonly secret: string
  readonly trunkPort: number
  /** The proxy's own port towards the trunk. */
  readonly trunkSide: number
  readonly folder: string
  readonly log: string[]
  enter(user: string): Promise<SipUser>
  rpc(method: string, params?: readonly string[]): Promise<unknown>
  close(): Promise<void>
}

export async function openCallHouse(
  wish: Pick<LocalEngines, 'longestPhoneCallMinutes'> = {},
): Promise<CallHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-calls-'))
  const log: string[] = []
  const allow = await startAllowService()
  const { child, mother, other, otherMother, number } = people
  for (const [a, b] of [
    [child, mother],
    [other, otherMother],
  ] as const)
    allow.allowed.add(`${a}>${b}`).add(`${b}>${a}`)
  allow.allowed.add(`${child}>${number}`)
  const trunkPort = await freePort()
  const secretFile = join(folder, 'secret')
  const started = await startLocalEngines(
    { state: folder, callServer: allow.url, origins: [origin], secretFile, trunkPort, ...wish },
    (line) => {
      log.push(line)
      if (process.env.CALLS_LOG) appendFileSync(process.env.CALLS_LOG, `${line}\n`)
    },
  )
  if (!started.ok) throw new Error(started.error)
  const engines = started.value
  const secret = readFileSync(secretFile, 'utf8').trim()
  const door = { url: engines.proxyUrl, origin, domain }
  return {
    engines,
    allow,
    door,
    secret,
    trunkPort,
    trunkSide: Number(
      /LISTEN_TRUNK udp:127\.0\.0\.1:(\d+)/.exec(
        readFileSync(join(folder, 'kamailio/settings.cfg'), 'utf8'),
      )?.[1],
    ),
    folder,
    log,
    async enter(user) {
      const entered = await openSipUser(door, user, credentialsOf(secret, user))
      const registered = await entered.register()
      if (registered.code !== 200) throw new Error(`${user} was not registered: ${registered.start}`)
      return entered
    },
    async rpc(method, params) {
      const answer = await askRpc(engines.rpcUrl, { method, params })
      return ((await answer.json()) as { result: unknown }).result
    },
    async close() {
      await engines.stop()
      await allow.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
