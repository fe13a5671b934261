import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { makeDialogStore } from './dialog-store.ts'
import { kamailioDefines } from './kamailio-settings.ts'
import { mediaValues, relayValues } from './relay-settings.ts'
import { readSecret } from './secret.ts'
import { engineSettings, unsafeEngines, type EngineSettings } from './settings.ts'

const templates = fileURLToPath(new URL('../../../resources/call-server/', import.meta.url))
const moduleFolders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/kamailio/modules/`,
)

/** The configuration of each engine, as absolute paths. */
export interface EngineFiles {
  readonly kamailio: string
  readonly relay: string
  readonly media: string
}

/** Checks settings from a file or a caller. The error is a sentence for the operator. */
export function checkEngines(value: unknown): Result<EngineSettings, string> {
  const parsed = engineSettings.safeParse(value)
  if (!parsed.success)
    return err(`The settings of the engines are not valid: ${z.prettifyError(parsed.error)}`)
  const unsafe = unsafeEngines(parsed.data)
  return unsafe ? err(unsafe) : ok(parsed.data)
}

/** Fills `{{name}}`; a name without a value is a fault of the program. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The template asks for ${name}`)
    return value
  })
}

const secretly = { mode: 0o600 } as const

/** Where running engines keep what is theirs; absolute folders. */
export interface EnginePlaces {
  readonly calls: string
  readonly control: string
  readonly relay: string
}

/** The folders of the units in resources/call-server/systemd. */
export const systemPlaces: EnginePlaces = {
  calls: '/var/lib/happy-home-proxy',
  control: '/run/happy-home-proxy',
  relay: '/run/happy-home-relay',
}

/** Writes the three configurations into `folder`, and makes the store of calls there. */
export function writeEngineFiles(
  settings: EngineSettings,
  folder: string,
  places?: EnginePlaces,
): Result<EngineFiles, string> {
  const secret = readSecret(settings.secretFile)
  if (!secret.ok) return secret
  const modules = moduleFolders.find((path) => existsSync(path))
  if (!modules) return err('The modules of Kamailio are not installed')
  const kamailio = join(folder, 'kamailio')
  mkdirSync(kamailio, { recursive: true, mode: 0o700 })
  cpSync(join(templates, 'kamailio'), kamailio, { recursive: true })
  const { calls, control, relay } = places ?? { calls: kamailio, control: kamailio, relay: folder }
  const paths = { modules, dialogs: join(calls, 'calls.sqlite'), control: join(control, 'control') }
  const made = makeDialogStore(join(kamailio, 'calls.sqlite'))
  if (!made.ok) return made
  writeFileSync(join(kamailio, 'settings.cfg'), kamailioDefines(settings, secret.value, paths), secretly)
  const write = (name: string, values: Record<string, string>): string => {
    const path = join(folder, name)
    writeFileSync(path, fill(readFileSync(join(templates, name), 'utf8'), values), secretly)
    return path
  }
  return ok({
    kamailio: join(kamailio, 'kamailio.cfg'),
    relay: write('turnserver.conf', relayValues(settings, secret.value, relay)),
    media: write('rtpengine.conf', mediaValues(settings)),
  })
}
