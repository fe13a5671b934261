import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { CallServerSettings } from './settings.ts'

export interface Secrets {
  /** Shared with Kamailio and coturn. */
  readonly credentials: string
  /** Seals the keys of the messages: 32 bytes. */
  readonly messages: Buffer
}

/** Reads the secret files and makes those that are missing. The error is a sentence for the operator. */
export function readSecrets({ secrets }: CallServerSettings): Result<Secrets, string> {
  const credentials = readSecret(secrets.credentials)
  if (!credentials.ok) return credentials
  const messages = readSecret(secrets.messages)
  if (!messages.ok) return messages
  const key = Buffer.from(messages.value, 'base64url')
  if (key.length !== 32) return err(`${secrets.messages} does not hold 32 bytes in base64url`)
  return ok({ credentials: credentials.value, messages: key })
}

function readSecret(file: string): Result<string, string> {
  if (!existsSync(file)) {
    makeFolder(dirname(file))
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  // The group may read: Kamailio and coturn run as users of their own.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0)
    return err(`${file} can be read by everybody on this machine; chmod 640 it`)
  const secret = readFileSync(file, 'utf8').trim()
  return secret.length >= 32 ? ok(secret) : err(`${file} is shorter than 32 signs`)
}
