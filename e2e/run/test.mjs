// npm test: plain JavaScript for any Node from 20 on. Every step runs; the last line counts them all together.
// npm test -- --only=unit,e2e runs some of them.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { countE2e, countOne, countUnit, lineOf, sum } from './count.mjs'
import { ensure, toTest } from './debian.mjs'
import { downloadedElectron, presentElectron, root } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const wanted = (step) => !only || only.includes(step)

const node = packedNode()
// The packed Node comes first, so that every tool runs on it, whatever Node npm itself runs on.
const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
const reports = join(root, '.cache/reports')
mkdirSync(reports, { recursive: true })

/** @param {string} title @param {string[]} args of the packed Node @returns {Promise<boolean>} whether it ended well */
function run(title, args, env = {}) {
  console.log(`\n== ${title}`)
  return new Promise((done) => {
    const child = spawn(node, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env, PATH: path },
    })
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
}
const npm = process.env.npm_execpath
const npmRun = (script) =>
  npm
    ? run(script, [npm, 'run', '-s', script])
    : run(script, [
        '-e',
        `process.exit(require('child_process').spawnSync('npm', ['run', '-s', '${script}'], { stdio: 'inherit' }).status ?? 1)`,
      ])
const tool = (file) => join(root, 'node_modules', file)

function freshReport(name) {
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** @type {import('./count.mjs').Counts[]} */
const counts = []
const prepared = !wanted('e2e') || ensure(toTest)

if (wanted('lint')) counts.push(countOne(await npmRun('lint')))
if (wanted('types')) counts.push(countOne(await npmRun('types')))
// Before the unit tests: those of the parent's page drive it as it was built.
let built = true
if (wanted('build')) {
  built = await npmRun('build')
  if (!built) counts.push(countOne(false))
}
if (wanted('unit')) {
  const report = freshReport('unit')
  const args = [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const good = await run('unit', args)
  counts.push(countUnit(report, good))
}
if (wanted('e2e') && !(built && prepared)) {
  console.log('\n== e2e\nNot run: see above.')
  if (built) counts.push(countOne(false))
} else if (wanted('e2e')) {
  /** @param {string} title @param {string} name of the report */
  const e2e = async (title, name, env = {}) => {
    const report = freshReport(name)
    const args = [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts']
    const good = await run(title, args, { ...env, E2E_REPORT: report })
    counts.push(countE2e(report, good))
  }
  // Each spec once, on the product's own host where it is here; on the stand-in then only what is not the same there.
  if (presentElectron() ?? (await downloadedElectron())) {
    await e2e('e2e on Electron', 'e2e-electron')
    const onStandIn = { E2E_HOST: 'chromium', E2E_WHERE_HOSTS_DIFFER: '1' }
    await e2e('e2e on the stand-in, where it differs', 'e2e-stand-in', onStandIn)
  } else await e2e('e2e on the stand-in', 'e2e-stand-in')
}

const total = sum(counts)
writeFileSync(join(reports, 'counts.json'), JSON.stringify(total))
console.log(`\n${lineOf(total)}`)
process.exit(total.failed === 0 ? 0 : 1)
