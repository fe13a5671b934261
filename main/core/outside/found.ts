import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LIST, openList, type OpenList } from './listing.ts'
import { isPlainFile } from './stream-files.ts'

export interface FoundList extends OpenList {
  readonly file: string
}

/** 2 million files need less; what is larger is none of ours. Bytes. */
const MOST = 400 * 2 ** 20

/** The backups of a folder by their open lists, newest first. What is no list of ours is passed over. */
export function listsIn(folder: string): readonly FoundList[] {
  return namesIn(folder)
    .filter((name) => LIST.test(name))
    .flatMap((file) => {
      const list = readList(join(folder, file))
      return list ? [{ ...list, file }] : []
    })
    .toSorted((one, other) => other.number - one.number)
}

/** Folders of backups in a place where staff keep them. */
export const backupFoldersIn = (place: string): readonly string[] =>
  namesIn(place)
    .filter((name) => FOLDER.test(name))
    .map((name) => join(place, name))
    .filter((folder) => listsIn(folder).length > 0)

export const FOLDER = /^happy-home-backup-[0-9a-f]{8}$/

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readList(path: string): OpenList | undefined {
  try {
    if (!isPlainFile(path) || statSync(path).size > MOST) return undefined
    return openList.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}
