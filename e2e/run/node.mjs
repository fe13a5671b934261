// Runs a script on the Node that the project packs, whatever Node npm itself runs on.
import { spawnSync } from 'node:child_process'
import { packedNode } from './packed-node.mjs'

const { status, signal } = spawnSync(packedNode(), process.argv.slice(2), { stdio: 'inherit' })
if (signal) process.kill(process.pid, signal)
process.exit(status ?? 1)
