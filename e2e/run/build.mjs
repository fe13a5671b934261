// Builds out/ when it is missing or older than what it is made of.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

const sources = [
  'main',
  'preload',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const results = [
  'out/main/index.js',
  'out/preload/pupil.cjs',
  'out/preload/staff.cjs',
  'out/renderer/pupil/index.html',
  'out/parent/index.html',
]

/** @param {string} path @returns {number} the latest change below a path, in ms since 1970; 0 where there is none */
function latest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => latest(join(path, name))))
}

/** Whether out/ is missing or older than its sources. */
export function isStale() {
  if (results.some((file) => !existsSync(join(root, file)))) return true
  return (
    Math.max(...sources.map((path) => latest(join(root, path)))) > statSync(join(root, results[0])).mtimeMs
  )
}

/** Builds out/. @returns {boolean} whether it could be built */
export function build() {
  const windows = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build']
  const parent = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'renderer/parent/vite.config.ts',
  ]
  return [windows, parent].every(
    (command) => spawnSync(packedNode(), command, { cwd: root, stdio: 'inherit' }).status === 0,
  )
}
