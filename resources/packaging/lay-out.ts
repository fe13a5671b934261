// Lays the program out in a folder, as it stands on a seat: Electron, our archive, licences, all fuses set.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folders = { linux: 'linux-unpacked', win: 'win-unpacked' }
const addons = { linux: 'linux-x64.node', win: 'win32-x64.node' }

interface Wish {
  readonly system: 'linux' | 'win'
  /** A folder; the program's own lies in it. */
  readonly output: string
  /** A folder with an Electron at hand, instead of the download that package.json names. */
  readonly electron?: string | undefined
}

export interface LaidOut {
  /** Its folder. */
  readonly program: string
  /** The version of the Electron at hand, if one was given. */
  readonly electron?: string | undefined
}

/** Throws with electron-builder's last words when it cannot. */
export function layOut({ system, output, electron }: Wish): LaidOut {
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const args = [builder, '--config', 'electron-builder.yml', `--${system}`, 'dir', '--publish', 'never']
  const given = electron ? copyOfElectron(electron) : undefined
  try {
    if (given) args.push(`-c.electronDist=${given.folder}`, `-c.electronVersion=${given.version}`)
    args.push(`-c.directories.output=${output}`)
    const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    if (ran.status !== 0)
      throw new Error(`electron-builder stopped: ${(ran.stderr + ran.stdout).slice(-800)}`)
    const program = join(output, folders[system])
    // An Electron older than ours comes with an SQLite of its own build.
    const older = electron && join(electron, 'compat/better_sqlite3.node')
    if (older && existsSync(older)) {
      const prebuilds = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'
      cpSync(older, join(program, prebuilds, addons[system]))
    }
    return { program, electron: given?.version }
  } finally {
    if (given) rmSync(given.parent, { recursive: true, force: true })
  }
}

const kept = (path: string) => !['compat', 'default_app.asar'].includes(basename(path))

/** Electron as it is downloaded, without what a copy for tests keeps beside it. */
function copyOfElectron(from: string) {
  const parent = mkdtempSync(join(tmpdir(), 'happy-home-electron-'))
  const folder = join(parent, 'electron')
  cpSync(from, folder, { recursive: true, filter: kept })
  return { parent, folder, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') }
}
