import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { animals } from '../../../preload/contract/pictures.ts'
import { pictureSources } from '../../ui/sprite/names.ts'
import { parentIcons } from '../icons.ts'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..', '..', '..')

interface Tree {
  readonly [key: string]: string | Tree
}

/** `{ a: { b: 'x' } }` → `{ 'a.b': 'x' }`. */
function flat(tree: Tree, before = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value]] : Object.entries(flat(value, `${before}${key}.`)),
    ),
  )
}

function words(language: string): Readonly<Record<string, string>> {
  const catalog = JSON.parse(
    readFileSync(join(root, `resources/locales/parent/${language}.json`), 'utf8'),
  ) as Tree
  const own = catalog['parent']
  if (typeof own !== 'object') throw new Error(`the catalog ${language} has no words for the parent’s page`)
  return flat(own)
}

function iconPath(name: string): string {
  const svg = readFileSync(require.resolve(`@phosphor-icons/core/assets/fill/${name}-fill.svg`), 'utf8')
  return Array.from(svg.matchAll(/ d="([^"]+)"/g), ([, path]) => path).join('')
}

function faceFile(animal: (typeof animals)[number]): string {
  const set = JSON.parse(
    readFileSync(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
  ) as {
    readonly icons: Readonly<Record<string, { readonly body: string }>>
  }
  const icon = set.icons[pictureSources[animal]]
  if (!icon) throw new Error(`Fluent emoji has no “${animal}”`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${icon.body}</svg>`
}

/**
 * The page takes only what it shows: its own words of the catalogs, the paths of its icons, and each animal as a file of its own, of which
 * one is fetched.
 */
export function parentParts(): Plugin {
  return {
    name: 'happy-home-parent-parts',
    resolveId: (id) => (/^parent-(words|icons|faces):/.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, kind, of = ''] = /^\0parent-(words|icons|faces):(.*)$/.exec(id) ?? []
      if (kind === 'words') return `export default ${JSON.stringify(words(of))}`
      if (kind === 'icons')
        return `export default ${JSON.stringify(Object.fromEntries(parentIcons.map((name) => [name, iconPath(name)])))}`
      if (kind !== 'faces') return undefined
      const entries = animals.map((animal) => {
        const file = this.emitFile({ type: 'asset', name: `${animal}.svg`, source: faceFile(animal) })
        return `${JSON.stringify(animal)}: import.meta.ROLLUP_FILE_URL_${file}`
      })
      return `export default { ${entries.join(', ')} }`
    },
  }
}
