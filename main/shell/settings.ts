import type { Log } from '#core/kernel/log.ts'
import type Store from 'electron-store'
import { readSettings, settingsName, type MachineSettings } from './settings-file.ts'

export interface Settings {
  get(): MachineSettings
  /** Never throws: a full disk must not close a room over a setting. */
  keep(change: Partial<MachineSettings>): void
  /** The file was unreadable and has been set aside. */
  readonly recreated: boolean
}

/** Opens the settings of this machine. `seatFromDatabase` is asked when the file has none. */
export function openSettings(folder: string, seatFromDatabase: () => string | undefined, log: Log): Settings {
  const found = readSettings(folder, seatFromDatabase, log)
  let now = found.settings
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
  if (!found.whole) keep({})
  return { get: () => now, keep, recreated: found.recreated }
}

type MachineStore = Store<Partial<MachineSettings>>

/** The library takes longer to load than a small file to read, so it comes with the first change. */
async function openStore(folder: string, log: Log): Promise<MachineStore | undefined> {
  try {
    const { default: OpenedStore } = await import('electron-store')
    return new OpenedStore<Partial<MachineSettings>>({ cwd: folder, name: settingsName })
  } catch (error) {
    log.warn('Machine settings cannot be kept here', { error })
    return undefined
  }
}
