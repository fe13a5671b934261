import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { iconNames, iconWeights, pictureSources } from './names.ts'

const require = createRequire(import.meta.url)

const sheet = (symbols: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`

/** One symbol for each icon; the fill is left to the page, so that `currentColor` colours it. */
function iconSheet(weight: (typeof iconWeights)[number]): string {
  return sheet(
    iconNames.map((name) => {
      const file = weight === 'regular' ? name : `${name}-${weight}`
      const svg = readFileSync(require.resolve(`@phosphor-icons/core/assets/${weight}/${file}.svg`), 'utf8')
      const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
      return `<symbol id="${name}" viewBox="0 0 256 256">${body}</symbol>`
    }),
  )
}

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>
}

function pictureSheet(): string {
  const set = JSON.parse(
    readFileSync(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
  ) as IconSet
  return sheet(
    Object.entries(pictureSources).map(([name, source]) => {
      const icon = set.icons[source]
      if (!icon) throw new Error(`Fluent emoji has no “${source}”`)
      return `<symbol id="${name}" viewBox="0 0 32 32">${icon.body}</symbol>`
    }),
  )
}

/** The four sheets, by the name that stands in the code as `'sprite:<name>'`. */
const sheets: Readonly<Record<string, () => string>> = {
  bold: () => iconSheet('bold'),
  fill: () => iconSheet('fill'),
  regular: () => iconSheet('regular'),
  pictures: pictureSheet,
}

/**
 * Writes the icons and pictures as SVG files beside the scripts (a page fetches a sheet once, and no script carries a
 * drawing), and puts their addresses where the code says `'sprite:<name>'`. Also keeps every font a file of its own, in
 * woff2 only: the content security policy lets no font come from a data address, and no Chromium needs woff.
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
        const make = sheets[/^\/@sprite\/([a-z]+)\.svg$/.exec(request.url ?? '')?.[1] ?? '']
        if (!make) return next()
        response.setHeader('content-type', 'image/svg+xml')
        response.end(make())
      })
    },
    transform(code, id) {
      if (!/renderer[\\/]ui[\\/](icon|picture)\.tsx$/.test(id)) return undefined
      return code.replace(
        /'sprite:([a-z]+)'|"sprite:([a-z]+)"/g,
        (_match, single?: string, double?: string) => {
          const name = single ?? double ?? ''
          const make = sheets[name]
          if (!make) throw new Error(`There is no sprite sheet “${name}”`)
          if (serving) return JSON.stringify(`/@sprite/${name}.svg`)
          const file = this.emitFile({ type: 'asset', name: `${name}.svg`, source: make() })
          return `import.meta.ROLLUP_FILE_URL_${file}`
        },
      )
    },
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) if (name.endsWith('.woff')) delete bundle[name]
    },
  }
}
