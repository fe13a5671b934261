import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import Store from 'electron-store'
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What belongs to this machine and can be made anew; everything precious lies in the database. */
export interface MachineSettings {
  /** This seat's own id; the database keeps a copy, so that it survives the loss of this file. */
  readonly seatId: string
  /** The latest believed wall time, UTC milliseconds. */
  readonly lastTrusted: number
}

export interface Settings {
  get(): MachineSettings
  /** Never throws: a full disk must not close a room over a setting. */
  keep(change: Partial<MachineSettings>): void
  /** The file was unreadable and has been set aside. */
  readonly recreated: boolean
}

/** Opens the settings of this machine. `seatFromDatabase` is asked when the file has none. */
export function openSettings(folder: string, seatFromDatabase: () => string | undefined, log: Log): Settings {
  const file = join(folder, 'seat.json')
  const recreated = setAsideBroken(file, log)
  const store = openStore(folder, log)
  const fresh = { seatId: seatFromDatabase() ?? newId(), lastTrusted: 0 }
  let now: MachineSettings = { ...fresh, ...read(store) }
  const keep = (change: Partial<MachineSettings>): void => {
    now = { ...now, ...change }
    try {
      if (store) store.store = now
    } catch (error) {
      log.warn('A machine setting could not be kept', { error })
    }
  }
  keep({})
  return { get: () => now, keep, recreated }
}

function openStore(folder: string, log: Log): Store<Partial<MachineSettings>> | undefined {
  try {
    return new Store<Partial<MachineSettings>>({ cwd: folder, name: 'seat' })
  } catch (error) {
    log.warn('Machine settings cannot be kept here', { error })
    return undefined
  }
}

function read(store: Store<Partial<MachineSettings>> | undefined): Partial<MachineSettings> {
  const found = store?.store ?? {}
  return {
    ...(typeof found.seatId === 'string' && /^[0-9a-f-]{36}$/.test(found.seatId)
      ? { seatId: found.seatId }
      : {}),
    ...(Number.isFinite(found.lastTrusted) ? { lastTrusted: Number(found.lastTrusted) } : {}),
  }
}

function setAsideBroken(file: string, log: Log): boolean {
  if (!existsSync(file) || isReadable(file)) return false
  const aside = `${file}.broken-${Date.now()}`
  try {
    renameSync(file, aside)
    log.warn('The machine settings were unreadable and have been set aside', { aside })
  } catch (error) {
    log.warn('Unreadable machine settings cannot be set aside', { error })
  }
  return true
}

function isReadable(file: string): boolean {
  try {
    if (statSync(file).size === 0) return false
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
