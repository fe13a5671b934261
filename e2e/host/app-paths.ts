import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { state } from './state.ts'

const chosen = new Map<string, string>()
const config = () => process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
const inHome = (folder: string) => () => join(homedir(), folder)

const usual: Record<string, () => string> = {
  home: homedir,
  appData: config,
  userData: () => join(getPath('appData'), state.appName),
  sessionData: () => getPath('userData'),
  logs: () => join(getPath('userData'), 'logs'),
  crashDumps: () => join(getPath('userData'), 'Crashpad'),
  temp: tmpdir,
  exe: () => process.argv[0] ?? '',
  module: () => process.argv[0] ?? '',
  desktop: inHome('Desktop'),
  documents: inHome('Documents'),
  downloads: inHome('Downloads'),
  music: inHome('Music'),
  pictures: inHome('Pictures'),
  videos: inHome('Videos'),
}

/** A folder by Electron's name for it; `userData` is made when it is missing. Throws for an unknown name. */
export function getPath(name: string): string {
  const path = chosen.get(name) ?? usual[name]?.()
  if (path === undefined) throw new Error(`Failed to get '${name}' path`)
  if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true })
  return path
}

/** Moves a folder; the path must be absolute. */
export function setPath(name: string, path: string): void {
  if (!isAbsolute(path)) throw new Error('Path must be absolute')
  if (!(name in usual)) throw new Error(`Failed to set path for '${name}'`)
  chosen.set(name, path)
}
