import type { Plugin } from 'vite'
import { cachedDictionary } from './cached.ts'

const name = 'pinyin-dictionary:'

/**
 * Makes the pinyin dictionary a module of its own, which a page fetches when a child first writes. It is made
 * from installed packages and our own sentences, nothing is fetched.
 */
export function pinyinDictionary(): Plugin {
  let text: string | undefined
  return {
    name: 'happy-home-pinyin-dictionary',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      text ??= cachedDictionary()
      return `export default ${JSON.stringify(text)}`
    },
  }
}
