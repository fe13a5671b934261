// Electron's own start: read the command line, run the required files and the app's main bundle, then become ready.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseCommandLine, Switches } from './command-line.ts'
import { state } from './state.ts'
import { electronVersion } from './version.ts'

interface Manifest {
  name?: string
  productName?: string
  version?: string
  main?: string
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

const args = process.argv.slice(2)
const line = parseCommandLine(args)
if (!line.app) {
  console.error('usage: electron [-r FILE] [switches] APP [arguments]')
  process.exit(1)
}
const path = resolve(line.app)
const isFolder = statSync(path).isDirectory()
const folder = isFolder ? path : dirname(path)
const manifest = manifestIn(folder) ?? {}
const entry = isFolder ? join(folder, manifest.main ?? 'index.js') : path

state.appPath = folder
state.appName = manifest.productName ?? manifest.name ?? 'Electron'
state.appVersion = manifest.version ?? '0.0.0'
state.switches = new Switches(args)
const wanted = process.env['HOST_ONSCREEN']
state.onScreen = wanted === '1' || (wanted !== '0' && Boolean(process.env['DISPLAY']))

process.argv = [join(import.meta.dirname, 'electron'), ...args]
const versions = {
  ...process.versions,
  electron: electronVersion(),
  chrome: '',
  previewHost: electronVersion(),
}
Object.defineProperty(process, 'versions', { value: versions, enumerable: true })
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(folder, 'resources') })

const { app, startApp } = await import('./app.ts')
await import('./electron.ts')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
const require = createRequire(import.meta.url)
for (const file of line.requires) require(resolve(file))
await import(pathToFileURL(entry).href)
startApp().catch((error: unknown) => {
  console.error('[stand-in]', error instanceof Error ? error.message : error)
  process.exit(1)
})
