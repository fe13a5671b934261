import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readFile, statfs } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FilePlace } from '#contract/files.ts'
import { stickFolders } from './mount-rules.ts'

/** A place as main knows it; the folder is never told to a window. */
export interface KnownPlace extends FilePlace {
  readonly folder: string
}

/** A folder where a stick is plugged in. */
export interface Stick {
  readonly folder: string
  readonly name: string
}

export interface PlacesParts {
  /** The seat's own documents. */
  readonly documents: string
  /** Removable drives now; on Linux, where not handed in, what /proc/self/mounts says. */
  readonly sticks?: () => Promise<readonly Stick[]>
}

/** The places that can be written now, sticks first. Looked up afresh each time: sticks come and go. */
export async function findPlaces({ documents, sticks = mountedSticks }: PlacesParts): Promise<KnownPlace[]> {
  // A kiosk's account begins without that folder; without it and a stick nothing could be taken along.
  await mkdir(documents, { recursive: true }).catch(() => undefined)
  const found = await Promise.all([
    ...(await sticks()).map(({ folder, name }) => placeAt(folder, 'usb', name)),
    placeAt(documents, 'documents', basename(documents)),
  ])
  return found.flatMap((place) => place ?? [])
}

async function placeAt(
  folder: string,
  kind: FilePlace['kind'],
  name: string,
): Promise<KnownPlace | undefined> {
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    return { id: idOf(folder), kind, name, freeBytes: bavail * bsize, folder }
  } catch {
    return undefined
  }
}

async function mountedSticks(): Promise<Stick[]> {
  if (process.platform !== 'linux') return []
  const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '')
  return stickFolders(mounts).map((folder) => ({ folder, name: basename(folder) }))
}

// The same stick keeps its id while it stays in; nothing can be read from it.
const idOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16)
