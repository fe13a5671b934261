// Writes the engines' configuration for systemd, as root:
//   node main/call-server/engines/write.ts [settings.json] [folder]
import { readSettings } from '../settings.ts'
import { systemPlaces, writeEngineFiles } from './generate.ts'
import { enginesOf } from './join-settings.ts'

const [file = '/etc/happy-home/call-server.json', folder = '/etc/happy-home/engines'] = process.argv.slice(2)
const settings = readSettings(file)
const engines = settings.ok ? enginesOf(settings.value) : settings
const written = engines.ok ? writeEngineFiles(engines.value, folder, systemPlaces) : engines
if (written.ok) {
  process.stdout.write(`${Object.values(written.value).join('\n')}\n`)
} else {
  process.stderr.write(`${written.error}\n`)
  process.exitCode = 1
}
