import { readFileSync } from 'node:fs'

/** The version of Electron whose interface the stand-in imitates: the one in node_modules. */
export const electronVersion = (): string =>
  (
    JSON.parse(
      readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8'),
    ) as {
      version: string
    }
  ).version

if (import.meta.main) console.log(`v${electronVersion()}`)
