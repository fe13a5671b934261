import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** Reads a secret that nobody else may read. The error is a sentence for the operator; it never holds the secret. */
export function readSecret(file: string): Result<string, string> {
  try {
    if ((statSync(file).mode & 0o077) !== 0)
      return err(`${file} can be read by others. Please run: chmod 600 ${file}`)
    const secret = readFileSync(file, 'utf8').trim()
    if (!/^[\w+/=.-]{32,200}$/.test(secret))
      return err(`${file} must hold one line of 32 to 200 letters, digits or + / = . _ -`)
    return ok(secret)
  } catch (error) {
    return err(`${file} cannot be read: ${String(error)}`)
  }
}

/** Makes the secret once; one that is there stays. */
export function makeSecret(file: string): void {
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
}

/** A secret of its own for another purpose: what the relay's configuration holds must not sign routes. */
export const derivedSecret = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('hex')
