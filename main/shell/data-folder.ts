import { app } from 'electron'
import { join, resolve } from 'node:path'

/**
 * Says where this seat's data lies, before anything reads it. An installed program has one place; from a checkout
 * `--user-data-dir` names another, for tests and for looking around.
 */
export function settleDataFolder(): void {
  const asked = app.isPackaged ? '' : app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', asked ? resolve(asked) : join(app.getPath('appData'), 'happy-home'))
}

/** The folder of the real room, or of the example room, which never touches it. */
export const roomFolder = (kind: 'own' | 'example'): string =>
  kind === 'own' ? join(app.getPath('userData'), 'room') : join(app.getPath('userData'), 'example')

/** `happy-home --example` looks around in the example room. */
export const startsWithExample = (words: readonly string[] = process.argv): boolean =>
  words.includes('--example')
