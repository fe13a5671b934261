// Makes the Windows installer from a laid-out program with makensis (Debian: nsis), which runs on Linux and on Windows.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dated } from '../debian/pack-deb.ts'

const here = import.meta.dirname
const root = resolve(here, '../../..')

interface Wish {
  /** The laid-out program's folder. */
  readonly program: string
  /** Where the installer goes. */
  readonly output: string
  /** package.json's, unless said otherwise: three numbers. */
  readonly version?: string
}

/** @returns the path of the installer */
export function packSetup({ program, output, version = ownVersion() }: Wish): string {
  mkdirSync(output, { recursive: true })
  const out = join(output, `happy-home-setup-${version}.exe`)
  const defined = { VERSION: version, PROGRAM: program, OUT: out, ICON: join(here, 'icon.ico') }
  const words = Object.entries(defined).map(([name, value]) => `-D${name}=${value}`)
  // Warnings stop it: a text without a translation, a variable that nobody sets.
  const ran = spawnSync('makensis', ['-V2', '-WX', ...words, join(here, 'installer.nsi')], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(dated()) },
    encoding: 'utf8',
  })
  if (ran.error) throw new Error('makensis is not here; on Debian: apt-get install nsis')
  if (ran.status !== 0) throw new Error(`makensis stopped: ${ran.stdout}${ran.stderr}`)
  return out
}

const ownVersion = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
