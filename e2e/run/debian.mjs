// What the two commands need from Debian, and how to get it. Plain JavaScript for any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ package: string, present: () => boolean, optional?: boolean }} Need */

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** @param {string} name @returns {Need} */
const program = (name, from = name) => ({ package: from, present: () => onPath(name) })

export const chromium = {
  package: 'chromium',
  present: () =>
    existsSync(process.env.HOST_CHROMIUM ?? '/nowhere') || onPath('chromium') || onPath('google-chrome'),
}
// The windows bring their own fonts; rare characters, such as 㛃 in a name, come from the system's.
const fonts = {
  package: 'fonts-noto-cjk',
  optional: true,
  present: () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() !== '',
}

/** For a start on the stand-in. */
export const toStart = [chromium, fonts]
/** For a start where there is no display. */
export const forVirtualScreen = [program('xvfb-run', 'xvfb'), program('xauth')]
/** @param {string} from @param {string} file @returns {Need} */
const optionalFile = (from, file) => ({ package: from, optional: true, present: () => existsSync(file) })
/** @param {string} from @param {string} name @returns {Need} */
const kamailioModule = (from, name) => ({
  package: from,
  optional: true,
  present: () =>
    ['x86_64-linux-gnu', 'aarch64-linux-gnu'].some((machine) =>
      existsSync(`/usr/lib/${machine}/kamailio/modules/${name}.so`),
    ),
})
/** For the tests of calls with the real engines; without them those tests are skipped, each with its reason. */
export const toTestCalls = [
  optionalFile('kamailio', '/usr/sbin/kamailio'),
  kamailioModule('kamailio-websocket-modules', 'websocket'),
  kamailioModule('kamailio-tls-modules', 'tls'),
  kamailioModule('kamailio-autheph-modules', 'auth_ephemeral'),
  kamailioModule('kamailio-utils-modules', 'http_client'),
  kamailioModule('kamailio-sqlite-modules', 'db_sqlite'),
  optionalFile('coturn', '/usr/bin/turnserver'),
  optionalFile('rtpengine-daemon', '/usr/bin/rtpengine'),
  optionalFile('baresip-core', '/usr/bin/baresip'),
  optionalFile('sip-tester', '/usr/bin/sipp'),
  optionalFile('openssl', '/usr/bin/openssl'),
  optionalFile('iproute2', '/usr/sbin/ip'),
]
/** For the tests on the stand-in, and on Electron under a virtual screen. */
export const toTest = [
  ...toStart,
  ...forVirtualScreen,
  program('openbox'),
  program('xdotool'),
  // what the voice makes of Chinese is heard from the voice itself
  program('espeak-ng'),
  // without it the tests of wrong clocks are skipped, each with its reason
  {
    package: 'faketime',
    optional: true,
    present: () =>
      ['x86_64-linux-gnu', 'aarch64-linux-gnu'].some((machine) =>
        existsSync(`/usr/lib/${machine}/faketime/libfaketimeMT.so.1`),
      ),
  },
  ...toTestCalls,
]

/** For the tests of a seat made from the package; without them they are skipped, each with its reason. */
export const toTestPackagesShortly = [
  optionalFile('mmdebstrap', '/usr/bin/mmdebstrap'),
  optionalFile('systemd-container', '/usr/bin/systemd-nspawn'),
  optionalFile('xdotool', '/usr/bin/xdotool'),
  optionalFile('xclip', '/usr/bin/xclip'),
]
/** For all tests of packages. */
export const toTestPackages = [
  ...toTestPackagesShortly,
  optionalFile('lintian', '/usr/bin/lintian'),
  optionalFile('nsis', '/usr/bin/makensis'),
  optionalFile('wine64', '/usr/lib/wine/wine64'),
  optionalFile('wine', '/usr/bin/wine'),
]

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

/**
 * Installs what is missing where it may, otherwise says the exact command.
 * @param {Need[]} needs
 * @returns {boolean} whether everything is there that must be
 */
export function ensure(needs) {
  const missing = needs.filter((need) => !need.present())
  if (missing.length === 0) return true
  const usable = missing.every((need) => need.optional)
  const names = missing.map((need) => need.package).join(' ')
  const without = usable ? ' (The program also runs without.)' : ''
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || !onPath('apt-get')) {
    console.error(`Missing on this system: ${names}. Please install with its own tools.${without}`)
    return usable
  }
  if (process.getuid?.() !== 0) {
    console.error(
      `Missing: ${names}. Please run:${without}\n\n  sudo apt-get install --no-install-recommends ${names}\n`,
    )
    return usable
  }
  console.log(`Installing from Debian: ${names}`)
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing.map((need) => need.package)]
  run('apt-get', ['update', '-q'])
  if (run('apt-get', install)) return true
  console.error(`Could not install ${names}. Please check the network and the package sources.${without}`)
  return usable
}
