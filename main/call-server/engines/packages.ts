import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { EngineLog } from './daemon.ts'

/** Debian 12's packages of the engines, and a file by which each is known. rtpengine goes without its kernel module. */
const packages = [
  ['kamailio', '/usr/sbin/kamailio'],
  ['kamailio-websocket-modules', 'websocket.so'],
  ['kamailio-tls-modules', 'tls.so'],
  ['kamailio-autheph-modules', 'auth_ephemeral.so'],
  ['kamailio-utils-modules', 'http_client.so'],
  ['kamailio-sqlite-modules', 'db_sqlite.so'],
  ['coturn', '/usr/bin/turnserver'],
  ['rtpengine-daemon', '/usr/bin/rtpengine'],
] as const

const moduleFolders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/kamailio/modules/`,
)

const isThere = (mark: string): boolean =>
  mark.startsWith('/') ? existsSync(mark) : moduleFolders.some((folder) => existsSync(folder + mark))

/** The packages that are not installed. */
export const missingPackages = (): string[] =>
  packages.filter(([, mark]) => !isThere(mark)).map(([name]) => name)

const install = ['install', '-y', '-q', '--no-install-recommends']

/** Installs what is missing where it may; otherwise the error says the exact command. */
export function ensurePackages(log: EngineLog): Result<void, string> {
  const missing = missingPackages()
  if (missing.length === 0) return ok(undefined)
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version'))
    return err(`Calls need Debian 12 with: ${missing.join(' ')}`)
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0)
    return err(`Calls need programs that are missing. Please run:\n\n  sudo ${command}\n`)
  log(`Installing from Debian: ${missing.join(' ')}`)
  // Debian would start them at once, with a configuration of its own; 1 is the level of a system without services.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('apt-get', ['update', '-q'], { env })
  const { status, stderr } = spawnSync('apt-get', [...install, ...missing], { env, encoding: 'utf8' })
  if (status === 0 && missingPackages().length === 0) return ok(undefined)
  return err(`Could not install them. Please check the network, then run:\n\n  ${command}\n\n${stderr}`)
}
