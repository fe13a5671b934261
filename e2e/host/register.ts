// Every import or require of 'electron' (the app's bundle, electron-store, Playwright's inspector) gets the stand-in.
import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href
const names = new Set(['electron', 'electron/main', 'electron/common'])

registerHooks({
  resolve(specifier, context, next) {
    if (names.has(specifier)) return { url: standIn, format: 'module-typescript', shortCircuit: true }
    return next(specifier, context)
  },
})
