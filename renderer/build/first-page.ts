import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin } from 'vite'

/** What the words of the first screen and most names are written in (see `face/face.ts`). */
const isFontAhead = (fileName: string): boolean => /kai-(bold|regular)-(words|names)-/.test(fileName)

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>

const link = (rel: string, name: string, attrs = {}): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, ...attrs, crossorigin: true, href: `../${name}` },
  injectTo: 'head',
})

const words = (bundle: Bundle): HtmlTagDescriptor[] =>
  Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/resources/locales/zh-CN.json'))
    .map(({ fileName }) => link('modulepreload', fileName))

const fonts = (bundle: Bundle): HtmlTagDescriptor[] =>
  Object.keys(bundle)
    .filter(isFontAhead)
    .toSorted()
    .map((name) => link('preload', name, { as: 'font', type: 'font/woff2' }))

/**
 * Has a page fetch the words of most rooms, and the face that they and names are written in, together with its scripts.
 * Asked for only when words are laid out, a file of the face comes after they were laid out once in whatever the system has,
 * which is slow to search, and all of it is done again.
 */
export function firstPage(page: string): Plugin {
  return {
    name: 'happy-home-first-page',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { filename, bundle }) =>
        filename === page && bundle ? [...words(bundle), ...fonts(bundle)] : [],
    },
  }
}
