import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaffPerson } from '#contract/people.ts'
import type { WritableDb } from '../db/handles.ts'
import type { Ground } from '../kernel/ground.ts'
import { createPinHash } from '../staff/pin-hash.ts'
import { createChildKeys } from './child-keys.ts'
import { createEscrow } from './escrow.ts'
import { keyFiles } from './key-files.ts'
import { createRescue } from './rescue.ts'
import { rescueFile } from './rescue-file.ts'
import type { Key } from './seal.ts'
import { createWrapping } from './wrapping.ts'

/** The house's costs take a third of a second; what is checked is what happens around them. */
export const quickPinHash = () => createPinHash({ logN: 4, r: 8, p: 1 })
/** Of a pair in tests: made in milliseconds, and holds nobody up who means it. */
export const FEW_BITS = 1024

const folders = new WeakMap<WritableDb, string>()
/** Of databases in a file, which several handles may open. */
const foldersByPath = new Map<string, string>()
const made = new Set<string>()
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Where the keys of a room on this database lie, however often it is started. */
function folderOf({ db }: Pick<Ground, 'db'>): string {
  const path = db.all<{ readonly file: string }>('PRAGMA database_list')[0]?.file ?? ''
  const known = folders.get(db) ?? foldersByPath.get(path)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  folders.set(db, folder)
  if (path !== '') foldersByPath.set(path, folder)
  made.add(folder)
  return folder
}

/** The keys of a room at a seat with that secret, for tests. */
export function keysAt(
  ground: Ground,
  secret: Key = new Uint8Array(32),
  people: () => readonly StaffPerson[] = () => [],
  isErased: (childId: string) => boolean = () => false,
) {
  const folder = folderOf(ground)
  const files = keyFiles(join(folder, 'children'))
  const wrapping = createWrapping(secret, files, ground.log)
  const path = join(folder, 'diaries.keys')
  const file = rescueFile(path)
  const rescue = createRescue(ground, { wrapping, file, isErased })
  const escrow = createEscrow(ground, { secret, wrapping, pinHash: quickPinHash(), people, bits: FEW_BITS })
  return {
    keys: createChildKeys(ground, { wrapping, rescue, escrow }),
    rescue,
    wrapping,
    escrow,
    files,
    file,
    path,
  }
}
