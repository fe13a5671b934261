import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, languages, screens, sizes } from './screens.ts'

/** A page to look through: a row a screen, a column a language and size. */
export function writeIndex(out: string): void {
  const columns = languages.flatMap((lang) => sizes.map((size) => `${lang}/${size}`))
  const rows = screens.map((name) => {
    const cells = columns.map((column) => {
      const path = `${column}/${fileOf(name)}`
      return `<td><a href="${path}"><img loading="lazy" src="${path}" alt="${name}, ${column}"></a></td>`
    })
    return `<tr id="${name}"><th>${name}</th>${cells.join('')}</tr>`
  })
  const head = columns.map((column) => `<th>${column}</th>`).join('')
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Happy Home: the tour</title>
<style>
  body { font: 14px/1.4 sans-serif; margin: 16px; background: #eee }
  table { border-spacing: 8px }
  th { text-align: left; vertical-align: top; position: sticky; left: 0; background: #eee }
  img { width: 420px; display: block; border: 1px solid #bbb; background: #fff }
</style>
<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>
`,
  )
}
