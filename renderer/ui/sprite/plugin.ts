import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { moodStickers, stickerDrawers } from '../../paper/stickers.ts'
import { firstDrawings } from './first-drawings.ts'
import { iconNames, iconWeights, pictureSources, type DrawingSet } from './names.ts'

const require = createRequire(import.meta.url)

interface Drawing {
  readonly size: number
  readonly body: string
}
type Drawings = ReadonlyMap<string, Drawing>

const symbol = (id: string, { size, body }: Drawing) =>
  `<symbol id="${id}" viewBox="0 0 ${size} ${size}">${body}</symbol>`
/** A sticker is a picture by itself, for a canvas too; any other drawing is taken out of its file by its name. */
const fileOf = (set: string, name: string, drawing: Drawing) =>
  set === 'stickers'
    ? `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 ${drawing.size} ${drawing.size}">${drawing.body}</svg>`
    : `<svg xmlns="http://www.w3.org/2000/svg">${symbol(name, drawing)}</svg>`

/** The fill is left to the page, so that `currentColor` colours an icon. */
function icons(weight: (typeof iconWeights)[number]): Drawings {
  return new Map(
    iconNames.map((name) => {
      const file = weight === 'regular' ? name : `${name}-${weight}`
      const svg = readFileSync(require.resolve(`@phosphor-icons/core/assets/${weight}/${file}.svg`), 'utf8')
      return [name, { size: 256, body: svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')) }]
    }),
  )
}

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>
}

function fluent(sources: Iterable<readonly [name: string, source: string]>): Drawings {
  const set = JSON.parse(
    readFileSync(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
  ) as IconSet
  return new Map(
    [...sources].map(([name, source]) => {
      const icon = set.icons[source]
      if (!icon) throw new Error(`Fluent emoji has no “${source}”`)
      return [name, { size: 32, body: icon.body }]
    }),
  )
}
const stickers = () =>
  fluent(
    [...Object.values(stickerDrawers).flat(), ...Object.values(moodStickers)].map((name) => [name, name]),
  )

/** The sets, by the name that stands in the code as `'sprite:<name>'`. */
const sets: Readonly<Record<DrawingSet | 'stickers', () => Drawings>> = {
  bold: () => icons('bold'),
  fill: () => icons('fill'),
  regular: () => icons('regular'),
  pictures: () => fluent(Object.entries(pictureSources)),
  stickers,
}

/** Names the content of a whole set, so that a file of it may be kept for good. */
const hashOf = (set: Drawings) =>
  createHash('sha256')
    .update(JSON.stringify([...set]))
    .digest('hex')
    .slice(0, 10)

const isSet = (name: string): name is keyof typeof sets => name in sets

/** The drawings that a page brings with it. */
function brought(): string {
  const all = Object.entries(firstDrawings).flatMap(([set, names]) => {
    const drawings = isSet(set) ? sets[set]() : undefined
    return names.map((name) => {
      const found = drawings?.get(name)
      if (!found) throw new Error(`There is no drawing “${name}” among “${set}”`)
      return symbol(`${set}-${name}`, found)
    })
  })
  return `<svg class="drawings" width="0" height="0" aria-hidden="true">${all.join('')}</svg>`
}

/**
 * Writes each icon and picture as an SVG file beside the scripts (no script carries a drawing; Chromium reads the whole
 * file again for each drawing that a page takes out of it, so a file holds one), and puts the beginning of their
 * addresses where the code says `'sprite:<name>'`, and the first screen's drawings where a page says `<!--drawings-->`. Also keeps every font a file of its own, in woff2 only: the content
 * security policy lets no font come from a data address, and no Chromium needs woff.
 */
export function sprites(): Plugin {
  let serving = false
  return {
    name: 'happy-home-sprites',
    config: () => ({ build: { assetsInlineLimit: 0 } }),
    configResolved(config) {
      serving = config.command === 'serve'
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, set = '', name = ''] =
          /^\/@sprite\/([a-z]+)-([a-z0-9-]+)\.svg$/.exec(request.url ?? '') ?? []
        const found = isSet(set) ? sets[set]().get(name) : undefined
        if (!found) return next()
        response.setHeader('content-type', 'image/svg+xml')
        response.end(fileOf(set, name, found))
      })
    },
    transform(code, id) {
      if (!/renderer[\\/](ui[\\/](icon|picture)\.tsx|paper[\\/]sticker-address\.ts)$/.test(id))
        return undefined
      return code.replace(/['"]sprite:([a-z]+)['"]/g, (_match, set: string) => {
        if (!isSet(set)) throw new Error(`There are no drawings “${set}”`)
        const drawings = sets[set]()
        if (serving) return JSON.stringify(`/@sprite/${set}-`)
        const hash = hashOf(drawings)
        for (const [name, drawing] of drawings)
          this.emitFile({
            type: 'asset',
            fileName: `assets/${set}-${hash}-${name}.svg`,
            source: fileOf(set, name, drawing),
          })
        return `import.meta.url.replace(/[^/]*$/, '${set}-${hash}-')`
      })
    },
    transformIndexHtml: (html) => html.replace('<!--drawings-->', brought),
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) if (name.endsWith('.woff')) delete bundle[name]
    },
  }
}
