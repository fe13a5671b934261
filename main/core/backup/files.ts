import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { readBackupFile, type BackupName } from './backup-rules.ts'

/** Waits until a file's bytes, or a folder's names, are on the disk. */
export function flush(path: string): void {
  // Windows opens no folders; NTFS logs names itself.
  const file = openFor(path)
  if (file === undefined) return
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function openFor(path: string): number | undefined {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EISDIR') throw error
    return process.platform === 'win32' ? undefined : openSync(path, 'r')
  }
}

/** The first 32 hex digits of the file's SHA-256, read in pieces. */
export function digestOf(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(2 ** 20)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex').slice(0, 32)
}

/** Finished backups of a folder, newest first; none when the folder is not there. */
export function backupsIn(folder: string): BackupName[] {
  return filesIn(folder)
    .map(readBackupFile)
    .filter((name) => name !== undefined)
    .toSorted((a, b) => b.number - a.number)
}

/** Removes the backups that were made before this one, which holds all that they hold. */
export function dropBefore(folder: string, { number }: Pick<BackupName, 'number'>): void {
  for (const { file, number: earlier } of backupsIn(folder))
    if (earlier < number) rmSync(`${folder}/${file}`, { force: true })
}

/** What an interrupted backup left; nothing else in the folder has such a name. */
export const ASIDE = '.writing-'

/** Removes what interrupted backups left behind. */
export function sweep(folder: string): void {
  for (const file of filesIn(folder)) {
    if (file.startsWith(ASIDE)) rmSync(`${folder}/${file}`, { force: true })
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
