/** A backup as its file's name tells it. */
export interface BackupName {
  readonly file: string
  /** Counts up with each backup of a folder: which is newest does not depend on a clock. */
  readonly number: number
  /** The wall clock when it was made, UTC milliseconds, right or wrong. */
  readonly at: number
  /** First 32 hex digits of the SHA-256 of the file. */
  readonly digest: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** Hourly for a day, daily for two weeks, weekly for three months. */
const tiers: readonly (readonly [age: number, slot: number])[] = [
  [DAY, HOUR],
  [14 * DAY, DAY],
  [13 * WEEK, WEEK],
]

/** Kept whatever the clocks say. */
const ALWAYS = 3
/** A backup dated in the future stays until so many rightly dated ones have followed it. */
const FOLLOWERS = 24
/** No folder holds more than this of either kind: 25 + 15 + 14 slots, and the newest. */
export const MOST = 57

/**
 * Which backups stay. Of each hour, day or week the newest; the newest three always; those dated later than now (made
 * under a wrong clock, or now is wrong) until there are enough others after them.
 */
export function backupsToKeep(backups: readonly BackupName[], now: number): BackupName[] {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number)
  const slots = new Set<string>()
  let dated = 0
  let ahead = 0
  return newestFirst.filter((backup, rank) => {
    const age = now - backup.at
    if (age < -HOUR) {
      ahead += 1
      return rank < ALWAYS || (dated < FOLLOWERS && ahead <= MOST)
    }
    dated += 1
    const tier = tiers.find(([oldest]) => age < oldest)
    const slot = tier && `${tier[1]}:${Math.floor(backup.at / tier[1])}`
    const first = slot !== undefined && !slots.has(slot)
    if (slot !== undefined) slots.add(slot)
    return first || rank < ALWAYS
  })
}

const FORM = /^backup-(\d{6,9})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([0-9a-f]{32})\.sqlite$/

/** The file's name: its number, its time to the second, its digest. */
export function backupFile(number: number, at: number, digest: string): string {
  return `backup-${String(number).padStart(6, '0')}-${fileStamp(at)}-${digest}.sqlite`
}

/** A moment as part of a file's name, sortable, without what Windows forbids: 20261122T005336Z. */
export function fileStamp(at: number): string {
  const inRange = Math.min(Math.max(at, 0), Date.UTC(9999, 0))
  return `${new Date(inRange).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** What a file's name tells; undefined when it is no finished backup. */
export function readBackupFile(file: string): BackupName | undefined {
  const found = FORM.exec(file)
  const [, number, year, month, day, hour, minute, second, digest] = found ?? []
  if (number === undefined || digest === undefined) return undefined
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? undefined : { file, number: Number(number), at, digest }
}
