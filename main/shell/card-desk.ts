import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { House } from '#core/house/open-house.ts'
import { ok } from '#core/kernel/result.ts'
import { whileWriting } from '#core/outside/stick-writer.ts'
import { findCard, type FoundCard } from '#core/provisioning/find-card.ts'
import { takeSeatNumber } from '#core/provisioning/seat-numbers.ts'
import type { CardDesk } from '../features/setup.ts'
import type { Settings } from './settings.ts'

/** Where an image or a technician leaves files for the seat. */
const imageFolders = (): readonly string[] => ['/etc/happy-home', dirname(app.getPath('exe'))]

/** Fingerprints of those whose provisioning files are believed without a person, one a line. */
const KEYS = 'room-keys.txt'

/** Finds provisioning files on sticks, in the image and beside the program. */
export function createCardDesk({ files, ground }: House, settings: Settings): CardDesk {
  let shown: FoundCard | undefined
  return {
    look: async () => {
      const places = await files.readable()
      const sticks = await Promise.all(
        places.filter(({ kind }) => kind === 'usb').map(({ id }) => files.folderOf(id)),
      )
      const folders = [...sticks.flatMap((folder) => folder ?? []), ...imageFolders()]
      const before = settings.get().roomCard
      const { found, refused } = findCard(folders, {
        keys: imageFolders().flatMap(keysIn),
        newest: (fingerprint) => (before?.key === fingerprint ? before.version : 0),
        now: ground.clock.now(),
      })
      shown = found
      if (!found) return { found: null, refused: refused.map(({ why }) => why) }
      const { school, room, seats, language } = found.card
      const number = () => takeSeatNumber(found.folder, settings.get().seatId, seats)
      // One that it took before is only read. Where the stick takes none, a person says it.
      const given = ok(number())
      const taken = given.value ? given : await whileWriting(found.folder, async () => ok(number()))
      const seat = (taken.ok && taken.value) || null
      const { fingerprint, isKnownKey, isAgeUnknown } = found
      return {
        found: { school, room, seats, language, seat, fingerprint, isKnownKey, isAgeUnknown },
        refused: refused.map(({ why }) => why),
      }
    },
    taken: (fingerprint) => {
      if (shown?.fingerprint !== fingerprint) return undefined
      const { version, policies } = shown.card
      return { policies, keep: () => settings.keep({ roomCard: { key: fingerprint, version } }) }
    },
  }
}

function keysIn(folder: string): readonly string[] {
  try {
    const lines = readFileSync(join(folder, KEYS), 'utf8').split('\n')
    return lines.map((line) => line.trim()).filter((line) => /^([0-9a-f]{4}-){5}[0-9a-f]{4}$/.test(line))
  } catch {
    return []
  }
}
