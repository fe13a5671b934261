import { createHash } from 'node:crypto'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import { guardHeaders } from './content-policy.ts'

/** Why the room cannot open at all; each has words under `problem.<code>`. */
export const problemCodes = [
  'newer',
  'foreign',
  'damaged',
  'migration-failed',
  'disk-full',
  'read-only',
  'io-error',
  'locked',
  'unexpected',
  'page-broken',
] as const
export type ProblemCode = (typeof problemCodes)[number]

type Words = Readonly<Record<string, { readonly so?: string; readonly do?: string }>>
const catalogs = [zh, en] as unknown as readonly { readonly problem?: Words }[]

const style = `
  html { height: 100% }
  body { height: 100%; margin: 0; display: grid; place-items: center; background: #fff7ec; color: #43302b;
    font: 22px/1.6 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif; cursor: default }
  main { max-width: 38em; padding: 1.5em 2em; display: grid; gap: 1.6em }
  h1 { margin: 0; font-size: 1.35em }
  p { margin: .3em 0 0 }
  section + section { color: #6d564c; font-size: 20px }
`

/**
 * A still page in both languages instead of a white window: what is so, what to do. It needs nothing that could be
 * broken: no script, no font, no built file.
 */
export function problemAnswer(query: URLSearchParams): Response {
  const code = problemCodes.find((known) => known === query.get('code')) ?? 'unexpected'
  return new Response(problemHtml(code), {
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  })
}

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

function problemHtml(code: ProblemCode): string {
  const sections = catalogs.map((catalog, index) => {
    const words = catalog.problem?.[code]
    const language = index === 0 ? 'zh-CN' : 'en'
    return `<section lang="${language}"><h1>${escaped(words?.so ?? code)}</h1><p>${escaped(words?.do ?? '')}</p></section>`
  })
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>快乐家园</title><style>${style}</style></head><body><main data-problem="${code}">${sections.join('')}</main></body></html>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
