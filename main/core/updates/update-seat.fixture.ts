import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeUpdate, type UpdateWish } from '../../../resources/packaging/updates/make-update.ts'
import { writeKeyList, type KeyList } from './key-list-rules.ts'
import { keyName } from './signed-text.ts'

export const script = resolve(import.meta.dirname, '../../../resources/provisioning/debian/update-seat')
const ownKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey
export const now = Math.floor(Date.now() / 1000)
export const DAY = 86_400

/** The office: two roots of which both sign a list, two update keys of which one is enough. */
export const office = { roots: [ownKey(), ownKey()], updates: [ownKey(), ownKey()], stranger: ownKey() }
export const keyList: KeyList = {
  number: 1,
  made: now - 90 * DAY,
  roots: 2,
  updates: 1,
  root: office.roots.map(keyName),
  update: office.updates.map(keyName),
}

export interface Program {
  readonly version: string
  readonly schema?: number
  /** Last hand at the package's tree before it is packed. */
  readonly change?: (program: string) => void
}

/** The tree of a program that says its version when it starts. */
function layProgram(at: string, { version, schema = 80, change }: Program): void {
  mkdirSync(join(at, 'resources/provisioning/debian'), { recursive: true })
  writeFileSync(join(at, 'happy-home'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 })
  writeFileSync(join(at, 'chrome-sandbox'), 'x', { mode: 0o755 })
  writeFileSync(join(at, 'resources/seat.txt'), `version ${version}\nschema ${schema}\n`)
  writeFileSync(join(at, 'resources/large'), 'x'.repeat(50_000))
  const tell = `#!/bin/sh\necho ${version} "$@" >>"$HAPPY_HOME_ROOT/settled"\n`
  writeFileSync(join(at, 'resources/provisioning/debian/set-up-seat'), tell, { mode: 0o755 })
  change?.(at)
}

const packed = new Map<string, string>()
const kept = mkdtempSync(join(tmpdir(), 'happy-home-debs-'))
process.on('exit', () => rmSync(kept, { recursive: true, force: true }))

/** A real deb of such a program. */
export function debOf(program: Program): string {
  const known = program.change ? undefined : packed.get(JSON.stringify(program))
  if (known) return known
  const tree = mkdtempSync(join(kept, 'tree-'))
  layProgram(join(tree, 'opt/happy-home'), program)
  mkdirSync(join(tree, 'DEBIAN'))
  writeFileSync(
    join(tree, 'DEBIAN/control'),
    `Package: happy-home\nVersion: ${program.version}\nArchitecture: ${architecture}\nMaintainer: a <a@b.invalid>\nDescription: x\n`,
  )
  const deb = join(mkdtempSync(join(kept, 'deb-')), `happy-home_${program.version}_amd64.deb`)
  const ran = spawnSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', tree, deb], {
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  if (!program.change) packed.set(JSON.stringify(program), deb)
  return deb
}
const architecture = spawnSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).stdout.trim()
export const system = `linux-${architecture}`

/** A root of a seat with the package 1.0.0 on it, and a stick in it. */
export interface Seat {
  readonly root: string
  readonly stick: string
  readonly path: (...parts: string[]) => string
  readonly put: (program: Program, by?: Partial<UpdateWish>) => void
  readonly wish: (wish: string) => void
  readonly run: (command: string, env?: NodeJS.ProcessEnv) => SpawnSyncReturns<string>
  readonly state: () => Readonly<Record<string, string>>
  /** What the session would start, or what it says instead. */
  readonly starts: () => string
  readonly remove: () => void
}

export function makeSeat(keys: KeyList | null = keyList): Seat {
  const root = mkdtempSync(join(tmpdir(), 'happy-home-seat-'))
  const path = (...parts: string[]) => join(root, ...parts)
  layProgram(path('opt/happy-home'), { version: '1.0.0' })
  for (const folder of [
    'run/happy-home-updates/wish',
    'run/happy-home-updates/open',
    'var/lib',
    'media/sdb1',
    'etc/systemd/system',
  ])
    mkdirSync(path(folder), { recursive: true })
  writeFileSync(path('etc/systemd/system/happy-home-kiosk.service'), '')
  if (keys) writeFileSync(path('opt/happy-home/resources/update-keys.txt'), writeKeyList(keys))
  const stick = path('media/sdb1')
  const run: Seat['run'] = (command, env) =>
    spawnSync('/bin/sh', [script, command], {
      encoding: 'utf8',
      env: { ...process.env, HAPPY_HOME_ROOT: root, ...env },
    })
  return {
    root,
    stick,
    path,
    run,
    put: (program, by) =>
      void makeUpdate({
        deb: debOf(program),
        folder: join(stick, 'happy-home-update'),
        number: 5,
        made: now - DAY,
        until: now + 90 * DAY,
        by: '项目办',
        news: { 'zh-CN': ['更快'], en: ['Faster'] },
        keys: [office.updates[0] ?? office.stranger],
        ...by,
      }),
    wish: (wish) => {
      writeFileSync(path('run/happy-home-updates/wish', wish), '')
      run('run')
    },
    state: () => {
      const file = path('var/lib/happy-home-updates/state')
      if (!existsSync(file)) return {}
      return Object.fromEntries(
        readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split(/ (.*)/s).slice(0, 2)),
      ) as Record<string, string>
    },
    starts: () => {
      const current = path('opt/happy-home-versions/current')
      const program = existsSync(join(current, 'happy-home')) ? current : path('opt/happy-home')
      const whole = existsSync(join(program, 'resources/large'))
      const said = spawnSync(join(program, 'happy-home'), { encoding: 'utf8' }).stdout?.trim()
      return whole ? said : `${said} in pieces`
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** The same seat again, as it stood. */
export function copyOf(seat: Seat): Seat {
  const other = makeSeat(null)
  rmSync(other.root, { recursive: true })
  cpSync(seat.root, other.root, { recursive: true, verbatimSymlinks: true })
  return other
}
