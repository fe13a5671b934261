// A clean Debian with what the package depends on and nothing else, from the mirror that this machine's own apt names. Made once for a list
// of packages and kept in .cache; each use lies on top of it in an overlay, so that it stays clean.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, '.cache/packages')

/** What the test brings along: a screen that can be looked at from outside. */
const forTheTest = ['systemd-sysv', 'xvfb']

/** The first of each alternative that the package depends on. */
function depends(): string[] {
  const control = readFileSync(join(root, 'resources/packaging/debian/control'), 'utf8')
  const list = /^Depends: (.*?)\n\S/ms.exec(control)?.[1] ?? ''
  return list.split(',').map((one) => one.split('|')[0]?.trim() ?? '')
}

/** Which Debian this machine is: the clean one is its like. */
const suite = () => /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable'

/** Why there can be no clean root here, in plain words; undefined where there can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return 'this is no Debian'
  if (process.getuid?.() !== 0) return 'it needs root (for chroots and containers)'
  const missing = ['mmdebstrap', 'systemd-nspawn', 'dpkg-deb'].filter(
    (program) => spawnSync('which', [program]).status !== 0,
  )
  return missing.length > 0 ? `${missing.join(', ')} is not installed` : undefined
}

/** Where it lies, or why it could not be made (no mirror within reach, for one). Takes minutes the first time. */
export function cleanRoot(): { folder: string } | { reason: string } {
  const packages = [...forTheTest, ...depends()]
  const name = `root-${createHash('sha256').update(packages.join()).digest('hex').slice(0, 12)}`
  const folder = join(cache, name)
  if (existsSync(folder)) return { folder }
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache).filter((entry) => entry.startsWith('root-')))
    rmSync(join(cache, old), { recursive: true, force: true })
  const making = mkdtempSync(join(cache, 'making-'))
  const words = ['--mode=root', '--variant=minbase', `--include=${packages.join()}`]
  const options = ['--aptopt=APT::Install-Recommends "false"', '--dpkgopt=force-unsafe-io']
  const left = ['doc', 'man'].map((what) => `--dpkgopt=path-exclude=/usr/share/${what}/*`)
  // No mirror is named: mmdebstrap then takes the sources that apt has here.
  const ran = spawnSync('mmdebstrap', [...words, ...options, ...left, suite(), making], { encoding: 'utf8' })
  if (ran.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    return { reason: `mmdebstrap could not make it: ${ran.stderr.trim().split('\n').slice(-3).join(' ')}` }
  }
  renameSync(making, folder)
  return { folder }
}

/** A root of one's own on top of the clean one. */
export interface OwnRoot {
  readonly folder: string
  /** Runs a line of shell in it, without any network; what it says on both streams, and how it ended. */
  readonly run: (line: string) => { said: string; status: number | null }
  readonly end: () => void
}

export function ownRoot(clean: string): OwnRoot {
  const place = mkdtempSync(join(tmpdir(), 'happy-home-root-'))
  const [folder, upper, work] = ['root', 'upper', 'work'].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ]
  for (const path of [folder, upper, work]) mkdirSync(path)
  execFileSync('mount', [
    '-t',
    'overlay',
    'overlay',
    '-o',
    `lowerdir=${clean},upperdir=${upper},workdir=${work}`,
    folder,
  ])
  const container = [
    '-q',
    '-D',
    folder,
    '--register=no',
    '--keep-unit',
    '--private-network',
    '--timezone=off',
    '--resolv-conf=off',
    '--pipe',
  ]
  return {
    folder,
    run: (line) => {
      const ran = spawnSync('systemd-nspawn', [...container, 'sh', '-c', `exec 2>&1; ${line}`], {
        encoding: 'utf8',
      })
      // What the container itself has to say goes to its own stderr.
      return { said: ran.stdout, status: ran.status }
    },
    end: () => {
      spawnSync('umount', ['--lazy', folder])
      rmSync(place, { recursive: true, force: true })
    },
  }
}
