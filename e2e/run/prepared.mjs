// Runs a script of ours on the packed Node once everything is there for it: Debian's packages, and out/ as new as its sources.
import { build, isStale } from './build.mjs'
import { ensure, toTest } from './debian.mjs'

if (!ensure(toTest)) process.exit(1)
if (isStale()) {
  console.log('Building the program ...')
  if (!build()) {
    console.error('The program could not be built; see the lines above.')
    process.exit(1)
  }
}
await import('./node.mjs')
