import { net } from 'electron'
import { networkInterfaces } from 'node:os'
import { whereOffered } from './preview-host.ts'

/** Whether a cable or radio of this machine is connected; says nothing about the world behind it. */
export function isConnected(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.some(({ internal }) => !internal) && whereOffered(() => net.isOnline(), true)
}
