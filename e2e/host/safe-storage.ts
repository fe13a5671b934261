import type { SafeStorage } from 'electron'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPath } from './app-paths.ts'
import { conforms, strict } from './not-in-stand-in.ts'
import { state } from './state.ts'

let plainAllowed = false

// The key lies beside the data: no secret from anybody who can read the folder, which is what `basic_text` means.
function key(): Buffer {
  const file = join(getPath('userData'), 'stand-in.key')
  try {
    return readFileSync(file)
  } catch {
    const made = randomBytes(32)
    writeFileSync(file, made, { mode: 0o600 })
    return made
  }
}
const available = (): boolean => state.ready && plainAllowed
function needAvailable(): void {
  if (!available()) throw new Error('Encryption is not available.')
}

/** Electron's `safeStorage` on a Linux without a keyring: not available until plain text is accepted. */
export const safeStorage = conforms<SafeStorage>()(
  strict('safeStorage', {
    isEncryptionAvailable: available,
    getSelectedStorageBackend: () => 'basic_text' as const,
    setUsePlainTextEncryption(allowed: boolean) {
      plainAllowed = allowed
    },
    encryptString(text: string) {
      needAvailable()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    decryptString(encrypted: Buffer) {
      needAvailable()
      const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(0, 12))
      decipher.setAuthTag(encrypted.subarray(12, 28))
      return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8')
    },
  }),
)
