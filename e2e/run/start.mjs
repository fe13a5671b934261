// npm start: plain JavaScript for any Node from 20 on.
import { spawn } from 'node:child_process'
import { build, isStale } from './build.mjs'
import { ensure, forVirtualScreen, toStart } from './debian.mjs'
import { endWith } from './end-with.mjs'
import { downloadedElectron, presentElectron, root, standIn } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}

const args = process.argv.slice(2)
const onScreen = process.env.HOST_ONSCREEN !== '0'

try {
  packedNode()
} catch (error) {
  stop(error.message)
}
// Lamps are read and printed; no window opens.
const onConsole = args.includes('--check')
if (
  process.platform === 'linux' &&
  onScreen &&
  !onConsole &&
  !process.env.DISPLAY &&
  !process.env.WAYLAND_DISPLAY
) {
  const xvfb = ensure(forVirtualScreen)
  const words = args.length > 0 ? ` -- ${args.join(' ')}` : ''
  stop(`There is no display here (DISPLAY is not set), so there is nowhere to show a window.
With a virtual one the program runs unseen:${xvfb ? '' : ' (needs the packages named above)'}

  xvfb-run -a npm start${words}
`)
}
if (isStale()) {
  console.log('Building the program ...')
  if (!build()) stop('The program could not be built; see the lines above.')
}

let electron
try {
  electron = presentElectron() ?? (await downloadedElectron())
} catch (error) {
  stop(error.message)
}
if (!electron) {
  if (process.platform !== 'linux')
    stop('The preview without Electron runs on Linux only. Please let Electron be downloaded.')
  if (!ensure(toStart)) process.exit(1)
  console.log(`
  PREVIEW: running without Electron, in the system's Chromium.
  Good for looking around and for tests. It is NOT locked down: never give it to children.
`)
}
const sandbox = electron && process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
endWith(spawn(electron ?? standIn, [...sandbox, root, ...args], { stdio: 'inherit' }))
