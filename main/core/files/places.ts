import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, readlink, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FilePlace } from '#contract/files.ts'
import { isOpenedByAsking, type StickWay } from '#core/outside/stick-writer.ts'
import { labelOf, mountedSticks } from './mount-rules.ts'

/** A place as main knows it; the folder is never told to a window. */
export interface KnownPlace extends FilePlace {
  readonly folder: string
  /** Now, or once it is asked for (`whileWriting`). */
  readonly canWrite: boolean
}

/** A folder where a stick is plugged in. */
export interface Stick {
  readonly folder: string
  readonly name: string
}

export interface PlacesParts {
  /** The seat's own documents. */
  readonly documents: string
  /** Removable drives now, those that can only be read too; on Linux, where not handed in, what /proc/self/mounts says. */
  readonly sticks?: () => Promise<readonly Stick[]>
  /** How sticks are opened for writing, where that is not the seat's own way. */
  readonly way?: StickWay
}

/** The places there are now, sticks first. Looked up afresh each time: sticks come and go. */
export async function findPlaces({ documents, sticks = sticksNow, way }: PlacesParts): Promise<KnownPlace[]> {
  // A kiosk's account begins without that folder; without it and a stick nothing could be taken along.
  await mkdir(documents, { recursive: true }).catch(() => undefined)
  const found = await Promise.all([
    ...(await sticks()).map(({ folder, name }) => placeAt(folder, { kind: 'usb', name, way })),
    placeAt(documents, { kind: 'documents', name: basename(documents), way }),
  ])
  return found.flatMap((place) => place ?? [])
}

async function placeAt(
  folder: string,
  { kind, name, way }: Pick<FilePlace, 'kind' | 'name'> & { readonly way: StickWay | undefined },
): Promise<KnownPlace | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder)
    const canWrite = (await isWritable(folder)) || (await isOpenedByAsking(folder, way))
    return { id: idOf(folder), kind, name, freeBytes: bavail * bsize, folder, canWrite }
  } catch {
    return undefined
  }
}

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )

/** The sticks of this moment, by the names that people gave them. */
export async function sticksNow(): Promise<Stick[]> {
  if (process.platform !== 'linux') return []
  const mounts = mountedSticks(await readFile('/proc/self/mounts', 'utf8').catch(() => ''))
  if (mounts.length === 0) return []
  const labels = await labelsNow()
  return mounts.map(({ folder, device }) => ({
    folder,
    name: labels.get(basename(device)) ?? basename(folder),
  }))
}

/** The kernel's name of a partition to what it is called. */
async function labelsNow(): Promise<ReadonlyMap<string, string>> {
  const folder = '/dev/disk/by-label'
  const links = await readdir(folder).catch(() => [])
  const named = links.map(
    async (link) => [basename(await readlink(join(folder, link)).catch(() => '')), labelOf(link)] as const,
  )
  return new Map((await Promise.all(named)).filter(([, label]) => label !== ''))
}

// The same stick keeps its id while it stays in; nothing can be read from it.
const idOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16)
