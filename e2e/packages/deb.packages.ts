import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packDeb } from '../../resources/packaging/debian/pack-deb.ts'
import { layOut } from '../../resources/packaging/lay-out.ts'
import { hostBinary } from '../host-binary.ts'

const { host, path: electron } = hostBinary()
test.describe.configure({ mode: 'serial' })
test.skip(host === 'chromium', 'there is no Electron here to pack')
test.skip(spawnSync('which', ['dpkg-deb']).status !== 0, 'dpkg-deb is not installed')

let folder: string
let deb: string
const pack = (name: string): string => {
  const output = join(folder, name)
  return packDeb({ ...layOut({ system: 'linux', output, electron: dirname(electron) }), output })
}

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'happy-home-deb-test-'))
  deb = pack('one')
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('packed twice from the start it is the same to the last byte @long', () => {
  expect(readFileSync(pack('two')).equals(readFileSync(deb))).toBe(true)
})

test('lintian finds nothing serious @long', () => {
  test.skip(spawnSync('which', ['lintian']).status !== 0, 'lintian is not installed')
  const ran = spawnSync('lintian', ['--fail-on', 'error', deb], { encoding: 'utf8' })
  expect([ran.status, ran.stdout.split('\n').filter((line) => line.startsWith('E:'))]).toEqual([0, []])
  // An exception that is not needed any more goes.
  expect(ran.stdout).not.toContain('unused-override')
})

test('it says whose it is, what it needs and what changed, and names no address that is not ours @long', () => {
  const field = (name: string): string =>
    spawnSync('dpkg-deb', ['-f', deb, name], { encoding: 'utf8' }).stdout.trim()
  expect(field('Maintainer')).toMatch(/^Happy Home <[^@]+@happy-home\.invalid>$/)
  expect(field('Homepage')).toBe('')
  for (const needed of [
    'espeak-ng',
    'fcitx5-pinyin',
    'fonts-noto-cjk',
    'pipewire-pulse',
    'openbox',
    'xserver-xorg',
  ])
    expect(field('Depends')).toMatch(new RegExp(`(^|, )${needed}(,|$)`))
  const listed = spawnSync('dpkg-deb', ['-c', deb], { encoding: 'utf8', maxBuffer: 2 ** 24 }).stdout
  for (const path of [
    'doc/happy-home/changelog.gz',
    'applications/happy-home.desktop',
    'apps/happy-home.svg',
    'man8/happy-home-seat.8.gz',
  ])
    expect(listed).toContain(path)
  // One right beyond the ordinary, and nothing that anybody may write to.
  const lines = listed.trim().split('\n')
  expect(
    lines.filter((line) => line.includes('s', 1) && /^-..s/.test(line)).map((line) => line.split(' ').at(-1)),
  ).toEqual(['./opt/happy-home/chrome-sandbox'])
  expect(lines.filter((line) => /^[-d].......w/.test(line))).toEqual([])
  expect(lines.filter((line) => !/ root\/root /.test(line))).toEqual([])
  expect(
    lines.filter((line) => line.split(' ').at(-1)?.includes('/opt/') && / \.\/opt\/.* /.test(line)),
  ).toEqual([])
})
