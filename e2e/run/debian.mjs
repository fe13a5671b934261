// What the two commands need from Debian, and how to get it. Plain JavaScript for any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ package: string, present: () => boolean }} Need */

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** @param {string} name @returns {Need} */
const program = (name, from = name) => ({ package: from, present: () => onPath(name) })

const chromium = {
  package: 'chromium',
  present: () =>
    existsSync(process.env.HOST_CHROMIUM ?? '/nowhere') || onPath('chromium') || onPath('google-chrome'),
}
// Without any Chinese font Chromium draws boxes on the system's own surfaces, such as a PDF of a page without web fonts.
const fonts = { package: 'fonts-noto-cjk', present: () => existsSync('/usr/share/fonts/opentype/noto') }

/** For a start on the stand-in. */
export const toStart = [chromium, fonts]
/** For a start where there is no display. */
export const forVirtualScreen = [program('xvfb-run', 'xvfb'), program('xauth')]
/** For the tests on the stand-in, and on Electron under a virtual screen. */
export const toTest = [...toStart, ...forVirtualScreen, program('openbox'), program('xdotool')]

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

/**
 * Installs what is missing where it may, otherwise says the exact command.
 * @param {Need[]} needs
 * @returns {boolean} whether everything is there
 */
export function ensure(needs) {
  const missing = needs.filter((need) => !need.present()).map((need) => need.package)
  if (missing.length === 0) return true
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || !onPath('apt-get')) {
    console.error(`Missing on this system: ${missing.join(', ')}. Please install them with its own tools.`)
    return false
  }
  if (process.getuid?.() !== 0) {
    console.error(
      `Missing: ${missing.join(', ')}. Please run:\n\n  sudo apt-get install --no-install-recommends ${missing.join(' ')}\n`,
    )
    return false
  }
  console.log(`Installing from Debian: ${missing.join(', ')}`)
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  if ((run('apt-get', ['update', '-q']) && run('apt-get', install)) || run('apt-get', install)) return true
  console.error(
    `Could not install ${missing.join(', ')}. Please check the network and the package sources, and try again.`,
  )
  return false
}
