import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The two hosts that can run the app. */
export type Host = 'electron' | 'chromium'

const root = resolve(import.meta.dirname, '..')

/** Electron where there is one, otherwise the stand-in; E2E_HOST=electron or =chromium insists on one of them. */
export function hostBinary(): { host: Host; path: string } {
  const wanted = process.env['E2E_HOST']
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist')
  const electron = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
  if (wanted !== 'chromium' && existsSync(electron)) return { host: 'electron', path: electron }
  if (wanted === 'electron') throw new Error(`No Electron at ${electron}`)
  return { host: 'chromium', path: join(root, 'e2e/host/electron') }
}
