import type { RefusalCode } from '#contract/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'

/** What the operator of a call server hands to a room. */
export interface ProvisioningLine {
  /** https://host; http only on this machine. */
  readonly origin: string
  readonly room: string
  readonly code: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Reads `https://host/#room=<uuid>&code=<code>`, also with what a messenger put around it. */
export function readProvisioningLine(text: string): Result<ProvisioningLine, RefusalCode> {
  const found = /https?:\/\/\S+/i.exec(text)?.[0]
  if (found === undefined || !URL.canParse(found)) return err('line-unreadable')
  const url = new URL(found)
  const parts = new URLSearchParams(url.hash.slice(1))
  const [room, code] = [parts.get('room')?.toLowerCase() ?? '', parts.get('code')?.toUpperCase() ?? '']
  if (!uuid.test(room) || !/^[A-Z0-9-]{10,40}$/.test(code)) return err('line-unreadable')
  if (url.username !== '' || url.password !== '') return err('line-unreadable')
  if (!isSafe(url)) return err('call-server-insecure')
  return ok({ origin: url.origin, room, code })
}

/**
 * The origin that a page may open sockets to, of the proxy's address as the server gives it; null for one that is no
 * wss:// (ws:// only on this machine), so that a server cannot widen a window's policy by what it answers.
 */
export function proxyOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isSocket = url.protocol === 'wss:' || (url.protocol === 'ws:' && loopback.test(url.hostname))
  return isSocket && /^[a-z0-9.:[\]-]+$/.test(url.host) ? `${url.protocol}//${url.host}` : null
}

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
