import type { Cell } from '../usage/csv-rules.ts'

/** The words of a copy, in the guardian's language. */
export interface CopyWords {
  readonly language: 'zh-CN' | 'en'
  readonly title: string
  readonly made: string
  readonly intro: string
  readonly diary: string
  readonly talks: string
  readonly nothing: string
  readonly table: string
  readonly open: string
  readonly yes: string
  readonly no: string
  /** Names of parts and columns. */
  readonly parts: Readonly<Record<string, string>>
  readonly columns: Readonly<Record<string, string>>
  /** Group, then what stands in the database. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A file of the copy, beside its page. */
export interface CopyFile {
  readonly path: string
  readonly type: string
}
export type CopyCell = Cell | CopyFile

export const isFile = (cell: CopyCell): cell is CopyFile => typeof cell === 'object' && cell !== null

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

/** Shown where a part has more rows: the whole of it is in its table file. */
const ROWS_SHOWN = 500

const style = `body{font:17px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#2b2520;background:#faf7f2;margin:0 auto;max-width:980px;padding:24px}
h1{font-size:28px;margin:0}h2{font-size:21px;margin:40px 0 8px;border-top:2px solid #d9cfc2;padding-top:16px}
nav{margin:16px 0}nav a{margin-right:14px}table{border-collapse:collapse;width:100%;background:#fff}
th,td{border:1px solid #d9cfc2;padding:6px 10px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f1eae0}
img,video{max-width:320px;max-height:240px;display:block}.quiet{color:#6b6058}
@media print{body{background:#fff}h2{break-after:avoid}tr{break-inside:avoid}}`

/** The page that opens by itself on any computer: no script, nothing from anywhere. Piece by piece, for a long one. */
export function* copyPage(
  words: CopyWords,
  facts: { readonly name: string; readonly day: string; readonly pages: number },
  parts: Iterable<{
    readonly name: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly CopyCell[])[]
    readonly total: number
  }>,
): Generator<string> {
  const say = (text: string): string =>
    escaped(
      text
        .replaceAll('{{name}}', facts.name)
        .replaceAll('{{day}}', facts.day)
        .replaceAll('{{count}}', String(facts.pages)),
    )
  yield `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'">
<title>${say(words.title)}</title><style>${style}</style></head><body>
<h1>${say(words.title)}</h1><p class="quiet">${say(words.made)}</p><p>${say(words.intro)}</p>
`
  for (const { name, columns, rows, total } of parts) {
    yield `<h2 id="${name}">${escaped(words.parts[name] ?? name)} <small class="quiet">${String(total)}</small></h2>\n`
    if (total === 0) {
      yield `<p class="quiet">${say(words.nothing)}</p>\n`
      continue
    }
    yield `<p><a href="tables/${name}.csv">${escaped(words.table)}</a></p><table><thead><tr>${columns
      .map((column) => `<th>${escaped(words.columns[column] ?? column)}</th>`)
      .join('')}</tr></thead><tbody>\n`
    for (const row of rows.slice(0, ROWS_SHOWN))
      yield `<tr>${row.map((cell) => `<td>${cellOf(cell, words)}</td>`).join('')}</tr>\n`
    yield '</tbody></table>\n'
    if (total > ROWS_SHOWN) yield `<p class="quiet">… ${String(total - ROWS_SHOWN)}</p>\n`
  }
  yield `<h2 id="diary">${escaped(words.parts['diary'] ?? '')} <small class="quiet">${String(facts.pages)}</small></h2><p>${say(words.diary)}</p>
<p class="quiet">${say(words.talks)}</p></body></html>\n`
}

function cellOf(cell: CopyCell, words: CopyWords): string {
  if (cell === null) return ''
  if (!isFile(cell)) return escaped(String(cell))
  const path = escaped(cell.path)
  if (cell.type.startsWith('image/')) return `<img src="${path}" alt="">`
  if (cell.type.startsWith('video/')) return `<video controls preload="none" src="${path}"></video>`
  if (cell.type.startsWith('audio/')) return `<audio controls preload="none" src="${path}"></audio>`
  return `<a href="${path}">${escaped(words.open)}</a>`
}
