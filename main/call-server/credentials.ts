import { createHmac } from 'node:crypto'
import type { CallCredentials } from '#contract/wire.ts'
import type { House } from './house.ts'

/**
 * Credentials that end by themselves, for Kamailio's auth_ephemeral (username_format 1: time first) and coturn's use-auth-secret alike:
 * `<unix seconds of the end>:<user>` and its HMAC-SHA1 in base64.
 */
export function credentialsFor({ clock, secrets, settings }: House, user: string): CallCredentials {
  const end = Math.floor(clock.wall() / 1000) + Math.floor(settings.limits.credentialMinutes * 60)
  const username = `${end}:${user}`
  const password = createHmac('sha1', secrets.credentials).update(username).digest('base64')
  return {
    user,
    username,
    password,
    realm: settings.sip.domain,
    proxy: settings.sip.proxy,
    iceServers:
      settings.relay.urls.length === 0 ? [] : [{ urls: settings.relay.urls, username, credential: password }],
  }
}
