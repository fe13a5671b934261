import { existsSync } from 'node:fs'
import { setCopiedSecretAside } from '#core/keys/seat-secret.ts'
import { startNewLog } from '#core/backup/restore.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import { isOtherMachine, machineMarks } from '#core/provisioning/machine-marks.ts'
import type { Settings } from './settings.ts'

/**
 * A disk that was copied from a seat after its first start becomes a seat of its own: another id, and another log, so that what the two write is
 * never taken for the same, and another secret, so that a stolen one opens nothing of the other. Before any room is opened.
 * @param folder of the seat's own room
 * @returns whether it was so
 */
export function becomeOwnSeat(
  settings: Settings,
  log: Log,
  folder: string,
  marks: readonly string[] = machineMarks(),
): boolean {
  const known = settings.get().marks ?? []
  const isCopy = isOtherMachine(known, marks)
  if (isCopy) {
    const { database, keys } = roomFiles(folder)
    const seatId = newId()
    log.warn('This disk was copied from another seat', { seat: settings.get().seatId, becomes: seatId })
    try {
      if (existsSync(database)) startNewLog(database, newId)
    } catch (error) {
      // A damaged one is set aside on opening, and a restored one gets a new log anyway.
      log.warn('The log of a copied seat could not be begun anew', { error })
    }
    try {
      setCopiedSecretAside(keys)
    } catch (error) {
      log.error('The secret of a copied seat could not be changed', { error })
    }
    settings.keep({ seatId })
  }
  // A machine without its cards today keeps what is known of it.
  if (marks.length > 0 && marks.join() !== known.join()) settings.keep({ marks })
  return isCopy
}
