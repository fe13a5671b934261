import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packSetup } from '../../resources/packaging/windows/pack-setup.ts'

// No Electron for Windows is at hand here: a folder of ours stands in for the program. What is tried is the installer.
const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const missing = ['makensis', 'wine'].filter((program) => !has(program))
test.skip(missing.length > 0, `${missing.join(' and ')} is not installed (Debian: nsis, wine64)`)
test.describe.configure({ mode: 'serial' })

let folder: string
let setups: Record<'older' | 'now' | 'newer', string>
const installed = (suffix = ''): string => join(folder, `wine/drive_c/Program Files/Happy Home${suffix}`)
const says = (suffix = ''): string => readFileSync(join(installed(suffix), 'resources/app.asar'), 'utf8')

function wine(program: string, ...words: string[]): number | null {
  const env = { ...process.env, WINEPREFIX: join(folder, 'wine'), WINEDEBUG: '-all', DISPLAY: '' }
  return spawnSync('wine', [program, ...words], { env }).status
}
function pack(version: string, output: string): string {
  const program = join(folder, `program-${version}`)
  mkdirSync(join(program, 'resources'), { recursive: true })
  writeFileSync(join(program, 'Happy Home.exe'), version)
  writeFileSync(join(program, 'resources/app.asar'), version)
  // Laid out at another time each time: no date of it may reach the installer.
  utimesSync(join(program, 'resources/app.asar'), Date.now() / 1000, Math.random() * 1e9)
  return packSetup({ program, output, version })
}

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'happy-home-setup-'))
  setups = {
    older: pack('0.9.9', folder),
    now: pack('0.10.0', folder),
    newer: pack('0.11.0', folder),
  }
})
test.afterAll(() => {
  // The server of wine stays for a while and holds the folder.
  if (folder) {
    spawnSync('wineserver', ['-k', '-w'], { env: { ...process.env, WINEPREFIX: join(folder, 'wine') } })
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the same program and date give the same installer', () => {
  const again = join(folder, 'again')
  expect(readFileSync(pack('0.10.0', again)).equals(readFileSync(setups.now))).toBe(true)
})

test('it installs for all users, without a question', () => {
  expect(wine(setups.older, '/S')).toBe(0)
  expect(says()).toBe('0.9.9')
  expect(existsSync(join(installed(), 'Uninstall.exe'))).toBe(true)
  expect(existsSync(installed('.new'))).toBe(false)
})

test('an upgrade keeps the program before, and numbers are compared as numbers', () => {
  expect(wine(setups.now, '/S')).toBe(0)
  expect([says(), says('.old')]).toEqual(['0.10.0', '0.9.9'])
})

test('an older one is refused and changes nothing', () => {
  expect(wine(setups.older, '/S')).toBe(3)
  expect([says(), says('.old')]).toEqual(['0.10.0', '0.9.9'])
})

test('power that went between the two renames leaves a program that the next installation puts back first', () => {
  rmSync(installed('.old'), { recursive: true })
  renameSync(installed(), installed('.old'))
  mkdirSync(installed('.new'))
  writeFileSync(join(installed('.new'), 'half'), '')
  expect(wine(setups.newer, '/S')).toBe(0)
  expect([says(), says('.old')]).toEqual(['0.11.0', '0.10.0'])
  expect(existsSync(join(installed(), 'half'))).toBe(false)
})

test('it is removed with all that it laid down, and the children’s data stays', () => {
  const data = join(folder, 'wine/drive_c/users/kiosk/AppData/Roaming/happy-home')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'room.sqlite'), 'the room')
  // _?= runs it from where it lies, so that its end can be waited for.
  expect(wine(join(installed(), 'Uninstall.exe'), '/S', '_?=C:\\Program Files\\Happy Home')).toBe(0)
  expect([existsSync(join(installed(), 'Happy Home.exe')), existsSync(installed('.old'))]).toEqual([
    false,
    false,
  ])
  expect(readFileSync(join(data, 'room.sqlite'), 'utf8')).toBe('the room')
  // Nothing is known of it any more: an older one may come.
  expect(wine(setups.older, '/S')).toBe(0)
})
