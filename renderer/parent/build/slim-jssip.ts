import type { Plugin } from 'vite'

const empty = 'module.exports = class Unused {}'
const silent = `const silent = () => undefined
const make = () => silent
make.enable = make.disable = silent
module.exports = { __esModule: true, default: make }
module.exports.enable = module.exports.disable = silent`

/** What the page never does with JsSIP: subscribing, notifying, writing to the console. 8 kB compressed. */
export function slimJsSip(): Plugin {
  return {
    name: 'happy-home-slim-jssip',
    enforce: 'pre',
    load(id) {
      if (/node_modules[\\/]jssip[\\/]lib[\\/](Subscriber|Notifier)\.js$/.test(id)) return empty
      return /node_modules[\\/]debug[\\/]/.test(id) ? silent : undefined
    },
  }
}
