/** Why a disk would not take or give data; each has a plain sentence for staff. */
export type StorageProblem = 'disk-full' | 'read-only' | 'io-error' | 'locked'

const exact: Readonly<Record<string, StorageProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'io-error',
  EBUSY: 'locked',
  SQLITE_FULL: 'disk-full',
  // No room for the 32 kB of shared memory beside the journal; SQLite counts it as input and output.
  SQLITE_IOERR_SHMSIZE: 'disk-full',
}

// SQLite's extended codes start with the plain one: SQLITE_IOERR_FSYNC, SQLITE_READONLY_DIRECTORY.
const families: readonly (readonly [string, StorageProblem])[] = [
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_IOERR', 'io-error'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
]

/** Names the storage problem behind a thrown error of SQLite or of the file system; undefined when it is something else. */
export function storageProblem(error: unknown): StorageProblem | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  return exact[code] ?? families.find(([family]) => code === family || code.startsWith(`${family}_`))?.[1]
}

/** The `code` that SQLite and Node put on their errors; undefined when there is none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
