// npm run test:packages: the packages and what becomes of them; plain JavaScript for any Node from 20 on. The last line counts.
// --core: without what takes long; --tools: only what it needs from Debian, and --prepare: only the clean root that the tests are laid over, which
// takes minutes the first time: both for .ci/run, which makes it beside the other tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { build, isStale } from './build.mjs'
import { countE2e, lineOf } from './count.mjs'
import { ensure, toTest, toTestPackages, toTestPackagesShortly } from './debian.mjs'
import { presentElectron, root } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

const node = packedNode()
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
const core = process.argv.includes('--core')
const run = (args, more = {}) =>
  spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } }).status === 0

// What cannot be had is skipped by the test that needs it, with its reason.
if (process.argv.includes('--tools')) process.exit(ensure([...toTest, ...toTestPackagesShortly]) ? 0 : 1)
if (process.argv.includes('--prepare')) process.exit(run(['e2e/packages/prepare.ts']) ? 0 : 1)
ensure(core ? toTestPackagesShortly : toTestPackages)

if (!presentElectron())
  console.log(
    'There is no Electron here: ELECTRON_OVERRIDE_DIST_PATH can name one. Only the Windows installer is tried.',
  )
if (isStale() && !build()) {
  console.log('The program could not be built; see the lines above.\n\n0 passed, 1 failed')
  process.exit(1)
}
const report = join(root, '.cache/reports/packages.json')
mkdirSync(dirname(report), { recursive: true })
rmSync(report, { force: true })
const more = process.argv.slice(2).filter((word) => word !== '--core')
const args = [
  join(root, 'node_modules/@playwright/test/cli.js'),
  'test',
  '--config',
  'e2e/packages/playwright.config.ts',
  ...more,
]
const good = run(args, { E2E_REPORT: report, ...(core ? { E2E_CORE: '1' } : {}) })
const counts = countE2e(report, good)
console.log(`\n${lineOf(counts)}`)
process.exit(counts.failed === 0 ? 0 : 1)
