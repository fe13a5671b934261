// npm run call-server: plain JavaScript for any Node from 20 on.
import { spawn } from 'node:child_process'
import { build, isStale } from './build.mjs'
import { endWith } from './end-with.mjs'
import { root } from './hosts.mjs'
import { packedNode } from './packed-node.mjs'

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}

const args = process.argv.slice(2)
let node
try {
  node = packedNode()
} catch (error) {
  stop(error.message)
}
// On this machine it serves the parent's page from out/; a real server's settings name a folder.
if (args.includes('--local') && isStale()) {
  console.log('Building the parent’s page ...')
  if (!build()) stop('The page could not be built; see the lines above.')
}
const words = ['--import', './main/core/db/raw-sql.register.ts', 'main/call-server/index.ts', ...args]
endWith(spawn(node, words, { cwd: root, stdio: 'inherit' }))
