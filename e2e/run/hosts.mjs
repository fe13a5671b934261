// Which host runs the app: Electron given by hand, Electron in node_modules, Electron downloaded now, or the stand-in.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const standIn = join(root, 'e2e/host/electron')

const electronPackage = join(root, 'node_modules/electron')
const binary = process.platform === 'win32' ? 'electron.exe' : 'electron'
const failedBefore = join(root, '.cache/electron-download-failed')
const waitForConnection = 20_000
const waitForDownload = 15 * 60_000

/** The Electron that is already there, if any. @returns {string | undefined} */
export function presentElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const path = join(given, binary)
    if (existsSync(path)) return path
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${given}, but there is no ${binary} in it.`)
  }
  const path = join(electronPackage, 'dist', binary)
  return existsSync(path) && existsSync(join(electronPackage, 'path.txt')) ? path : undefined
}

/** Can the place that Electron is downloaded from be reached in time? */
async function reachable() {
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(mirror, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(waitForConnection),
    })
    return true
  } catch {
    return false
  }
}

function install() {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    let words = ''
    child.stderr.on('data', (chunk) => (words += chunk))
    const timer = setTimeout(() => child.kill('SIGKILL'), waitForDownload)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code !== 0) console.log(`The download failed: ${words.trim().split('\n')[0] || 'it took too long'}`)
      done(code === 0)
    })
  })
}

/**
 * Tries Electron's own download once; a place that could not be reached is not asked again for a day.
 * @returns {Promise<string | undefined>} the binary
 */
export async function downloadedElectron(now = Date.now()) {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(electronPackage)) return undefined
  const mtimeMs = statSync(failedBefore, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (!process.env.ELECTRON_MIRROR && now - mtimeMs < 24 * 60 * 60_000) return undefined
  console.log('Electron is not here yet: asking for its download (at most 20 seconds for the connection).')
  if (!(await reachable())) {
    console.log('The download cannot be reached from here. ELECTRON_MIRROR can name a place that can.')
  } else if (await install()) {
    rmSync(failedBefore, { force: true })
    return presentElectron()
  }
  mkdirSync(dirname(failedBefore), { recursive: true })
  writeFileSync(failedBefore, '')
  return undefined
}
