import { app } from 'electron'
import { join } from 'node:path'

const out = join(app.getAppPath(), 'out')

/** What was built: where its pieces lie, when, and which version. */
export const built = {
  pages: join(out, 'renderer'),
  preloads: join(out, 'preload'),
  worker: join(out, 'main', 'worker.js'),
  /** UTC milliseconds. */
  at: Number(import.meta.env['VITE_BUILT_AT']),
  version: (): string => app.getVersion(),
}
