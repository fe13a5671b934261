import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// What Vite does for `?raw`, for scripts that run on plain Node: `node --import ./main/core/db/raw-sql.register.ts x.ts`.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('?raw')) return nextLoad(url, context)
    const source = `export default ${JSON.stringify(readFileSync(new URL(url), 'utf8'))}`
    return { format: 'module', source, shortCircuit: true }
  },
})
