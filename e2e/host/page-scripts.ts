import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { makeCodec } from './codec.ts'
import { hostPathFor } from './host-server.ts'
import { isolatedWorld, type WorldSettings } from './isolated-world.ts'
import { makeLink } from './link.ts'
import { mainWorld } from './main-world.ts'

/** The name of the world in which preloads run. */
export const isolatedWorldName = 'Electron Isolated Context'

const secret = JSON.stringify(randomBytes(16).toString('hex'))
// As in Electron, only the top frame gets a preload.
const topOnly = 'if (window !== window.top) return'

// Functions go into the page as their source text.
const text = (source: (...args: never) => unknown): string => source.toString()

/** What the page's own world runs before the page does. */
export const mainWorldScript = (): string =>
  `(() => { ${topOnly}; (${text(mainWorld)})((${text(makeLink)})(${secret}, 'main')) })()`

const processInfo = (extra: readonly string[]) => ({
  type: 'renderer',
  platform: process.platform,
  arch: process.arch,
  versions: { ...process.versions },
  env: {},
  argv: [process.argv[0], ...extra],
  execPath: process.argv[0],
  contextIsolated: true,
  sandboxed: true,
})

/** What the preloads' world runs before the page does: the bridge, then each preload in order. */
export function isolatedWorldScript(
  targetId: string,
  preloads: readonly string[],
  extraArguments: readonly string[],
  keys: Pick<WorldSettings, 'accelerators' | 'watchesInput'>,
): string {
  const settings: WorldSettings = {
    hostPath: hostPathFor(targetId),
    process: processInfo(extraArguments),
    ...keys,
  }
  const functions = preloads.map(
    (file) => `function (require, process, module, exports) { ${readFileSync(file, 'utf8')}\n}`,
  )
  return `(() => { ${topOnly}; (${text(isolatedWorld)})(
    (${text(makeLink)})(${secret}, 'isolated'),
    (${text(makeCodec)})(),
    ${JSON.stringify(settings)},
    [${functions.join(',\n')}],
  ) })()\n//# sourceURL=preload.js`
}
