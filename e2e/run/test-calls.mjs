// npm run test:calls: all tests of calls, the long ones too; plain JavaScript for any Node from 20 on. The last line counts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { countUnit, lineOf } from './count.mjs'
import { chromium, ensure, toTestCalls } from './debian.mjs'
import { root } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

const node = packedNode()
const report = join(root, '.cache/reports/calls.json')
mkdirSync(dirname(report), { recursive: true })
rmSync(report, { force: true })
const prepared = ensure([chromium, ...toTestCalls])
const args = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config=e2e/calls/vitest.config.ts',
  '--reporter=verbose',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
const good = prepared && spawnSync(node, args, { cwd: root, stdio: 'inherit', env }).status === 0
const counts = countUnit(report, good)
console.log(`\n${lineOf(counts)}`)
process.exit(counts.failed === 0 ? 0 : 1)
