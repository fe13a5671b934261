import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { silentLog } from '../kernel/log.ts'
import { newId } from '../kernel/ids.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { migrations, type Migration } from '../db/migrations/index.ts'
import type { RoomParts } from './open-or-restore.ts'

const note = 'CREATE TABLE note (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;'

/** The foundation and one plain table: enough for tests of files. */
export const noteMigrations: readonly Migration[] = [
  ...migrations.slice(0, 1),
  { version: 2, name: 'note', sql: note },
]

export interface TestRoom extends RoomParts {
  readonly time: { wall: number; trusted: boolean }
}

/** A data folder of its own for one test. */
export function roomIn(data = temporaryFolder()): TestRoom {
  const time = { wall: Date.UTC(2026, 10, 22, 8), trusted: true }
  return {
    path: join(data, 'room.sqlite'),
    folder: join(data, 'backups'),
    clock: plainClock({ wall: () => time.wall, trusted: () => time.trusted }),
    seat: 'seat-1',
    newId,
    log: silentLog,
    migrations: noteMigrations,
    time,
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'room-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Whether this machine lets tests mount small file systems; permissions alone do not stop root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && probeMount()

/** A file system of so many kB that ends with the test; `reseal` makes it read-only. */
export function smallDisk(kilobytes: number): { folder: string; reseal(how: 'ro' | 'rw'): void } {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  mount(['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return { folder, reseal: (how) => mount(['-o', `remount,${how}`, folder]) }
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function probeMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return mounted
}
