import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import type Store from 'electron-store'
import { existsSync, readFileSync, renameSync } from 'node:fs'
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
  const found = read(file)
  let now: MachineSettings = {
    seatId: found.seatId ?? seatFromDatabase() ?? newId(),
    lastTrusted: found.lastTrusted ?? 0,
  }
  let store: Promise<MachineStore | undefined> | undefined
  const write = async (): Promise<void> => {
    store ??= openStore(folder, log)
    const opened = await store
    try {
      if (opened) opened.store = now
    } catch (error) {
      log.warn('A machine setting could not be kept', { error })
    }
  }
  const keep = (change: Partial<MachineSettings>): void => {
    now = { ...now, ...change }
    void write()
  }
  if (found.seatId === undefined || found.lastTrusted === undefined) keep({})
  return { get: () => now, keep, recreated }
}

type MachineStore = Store<Partial<MachineSettings>>

/** The library takes longer to load than a small file to read, so it comes with the first change. */
async function openStore(folder: string, log: Log): Promise<MachineStore | undefined> {
  try {
    const { default: OpenedStore } = await import('electron-store')
    return new OpenedStore<Partial<MachineSettings>>({ cwd: folder, name: 'seat' })
  } catch (error) {
    log.warn('Machine settings cannot be kept here', { error })
    return undefined
  }
}

function read(file: string): Partial<MachineSettings> {
  const found = readObject(file) ?? {}
  const { seatId, lastTrusted } = found
  return {
    ...(typeof seatId === 'string' && /^[0-9a-f-]{36}$/.test(seatId) ? { seatId } : {}),
    ...(Number.isFinite(lastTrusted) ? { lastTrusted: Number(lastTrusted) } : {}),
  }
}

function setAsideBroken(file: string, log: Log): boolean {
  if (!existsSync(file) || readObject(file)) return false
  const aside = `${file}.broken-${Date.now()}`
  try {
    renameSync(file, aside)
    log.warn('The machine settings were unreadable and have been set aside', { aside })
  } catch (error) {
    log.warn('Unreadable machine settings cannot be set aside', { error })
  }
  return true
}

function readObject(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
