import { existsSync } from 'node:fs'
import { missingPackages } from '../../main/call-server/engines/packages.ts'

const testPrograms = [
  ['sip-tester', '/usr/bin/sipp'],
  ['iproute2', '/usr/sbin/ip'],
] as const

/** Why the tests with real engines cannot run here; empty when they can. */
export function whyNoEngines(): string {
  const missing = [
    ...missingPackages(),
    ...testPrograms.filter(([, file]) => !existsSync(file)).map(([name]) => name),
  ]
  return missing.length === 0 ? '' : `not installed: ${missing.join(' ')}`
}

/** Why network namespaces cannot be laid here; empty when they can. */
export function whyNoNamespaces(): string {
  if (process.getuid?.() !== 0) return 'network namespaces need root'
  return existsSync('/dev/net/tun') ? '' : 'there is no /dev/net/tun'
}

/** Why school and parent cannot be far from each other here. */
export const whyNotApart = (): string => whyNoEngines() || whyNoNamespaces()

/** Why there is no telephone to talk to here. */
export const whyNoPhone = (): string =>
  whyNoEngines() || (existsSync('/usr/bin/baresip') ? '' : 'not installed: baresip-core')
