import type { Plugin } from 'vite'

const empty = 'module.exports = class Unused {}'
// JsSIP calls it both as the module and as its `default`.
const silent = `const silent = () => undefined
const make = () => silent
make.default = make
make.enable = make.disable = silent
module.exports = make`

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
