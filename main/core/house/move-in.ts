import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { flush } from '../backup/files.ts'
import { destroyFile } from '../keys/key-files.ts'
import { erasedList } from '../rights/erased-list.ts'
import { roomFiles } from './room-files.ts'

/*
 * A room that a backup brought back takes the place of the one that stands there, which was never set up or lost its database. Two
 * things of this machine hold all the same, because no backup has them: who was erased here, and the keys of this seat.
 */

/** Where a room is put together before it takes the place of this one. */
export const comingTo = (own: string): string => `${own}.coming`
const former = (own: string): string => `${basename(own)}.before-`

/** What came takes the place; what was there stays beside it under another name, without keys. Throws what the file system throws. */
export function moveIn(own: string): void {
  const coming = comingTo(own)
  const [from, to] = [roomFiles(own), roomFiles(coming)]
  erasedList(to.erased).add([...erasedList(from.erased).ids()])
  // Copied, and destroyed when they are in use: a power cut in between loses none.
  if (existsSync(from.keys) && !existsSync(to.keys)) cpSync(from.keys, to.keys, { recursive: true })
  const before = join(dirname(own), `${former(own)}${Date.now()}`)
  renameSync(own, before)
  renameSync(coming, own)
  flush(dirname(own))
  destroyBelow(roomFiles(before).keys)
}

/** At a start, before anything is opened: ends a move that a power cut interrupted, and takes away a room that is not whole. */
export function endMove(own: string): void {
  const coming = comingTo(own)
  if (!existsSync(coming)) return
  if (existsSync(own)) rmSync(coming, { recursive: true })
  else renameSync(coming, own)
  flush(dirname(own))
}

/** Rooms that another took the place of: they hold what was erased since. */
export function dropFormer(own: string): void {
  const start = former(own)
  for (const name of readdirSync(dirname(own)))
    if (name.startsWith(start)) rmSync(join(dirname(own), name), { recursive: true, force: true })
}

function destroyBelow(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) destroyFile(join(entry.parentPath, entry.name))
  rmSync(folder, { recursive: true })
}
