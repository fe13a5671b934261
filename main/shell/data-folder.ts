import { app } from 'electron'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Says where this seat's data lies, before anything reads it. An installed program has one place; from a checkout
 * `--user-data-dir` names another, for tests and for looking around.
 */
export function settleDataFolder(): void {
  const asked = app.isPackaged ? '' : app.commandLine.getSwitchValue('user-data-dir')
  const folder = asked ? resolve(asked) : join(app.getPath('appData'), 'happy-home')
  app.setPath('userData', folder)
  takes = takesFiles(folder)
  // Chromium does not start without a place for its own files; then nobody could read why there is no room.
  if (!takes) app.setPath('sessionData', mkdtempSync(join(tmpdir(), 'happy-home-')))
}

let takes = true

/** Whether the data folder took a file when the program started. */
export const dataFolderTakesFiles = (): boolean => takes

function takesFiles(folder: string): boolean {
  const trial = join(folder, `.trial-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(trial, 'x')
    return true
  } catch {
    return false
  } finally {
    rmSync(trial, { force: true })
  }
}

/**
 * Where staff find what they saved. A Linux account without desktop folders has its home named here, which is no place
 * for papers.
 */
export function documentsFolder(): string {
  const documents = app.getPath('documents')
  return documents === app.getPath('home') ? join(documents, 'Documents') : documents
}

/** The root below which the seat's own side lies (updates); another than the system's only from a checkout, for tests. */
export const seatRoot = (): string => (app.isPackaged ? '' : app.commandLine.getSwitchValue('seat-root'))

/** The folder of the real room, or of the example room, which never touches it. */
export const roomFolder = (kind: 'own' | 'example'): string =>
  kind === 'own' ? join(app.getPath('userData'), 'room') : join(app.getPath('userData'), 'example')

/** What V8 compiled of the edition that was built then (UTC milliseconds). */
export const compiledFolder = (builtAt: number): string =>
  join(app.getPath('userData'), 'compiled', String(builtAt))

/** `happy-home --example` looks around in the example room. */
export const startsWithExample = (words: readonly string[] = process.argv): boolean =>
  words.includes('--example')
