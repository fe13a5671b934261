import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What is the same on many pages, and may be told apart there: the parts that all are made of. */
const shared = ['ui', 'paper', 'activities/frame', 'pupil/session', 'pupil/writing'] as const
/** What every page stands in: each may answer that the letters are big or Latin. */
const frames: ReadonlySet<string> = new Set(['child', 'talk-home', 'big-letters', 'latin'])

/** The page that a style sheet belongs to: `activities/diary`, `staff/report`. */
const pageOf = (file: string): string => file.split('/').slice(0, 2).join('/')

/** Classes that begin a selector alone, so that they would dress any element of that name on any other page. */
function namesIn(css: string): Set<string> {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<selector>[^{}]+)\{/g)
  const selectors = [...rules].map(({ groups }) => groups?.['selector']?.trim() ?? '')
  return new Set(
    selectors
      .filter((selector) => !selector.startsWith('@'))
      .flatMap((selector) => selector.split(/,(?![^(]*\))/))
      .flatMap((selector) => /^\.(?<name>[\w-]+)(?![\w.[-])/.exec(selector.trim())?.groups?.['name'] ?? []),
  )
}

// A style sheet that was loaded once stays: what two pages call by one name dresses both, as soon as a child was on either.
test('no class name belongs to two pages', () => {
  const pages = new Map<string, Set<string>>()
  for (const file of globSync('**/*.css', { cwd: import.meta.dirname })) {
    // The parent's page is a window of its own.
    if (file.startsWith('parent/')) continue
    const page = shared.some((part) => file.startsWith(`${part}/`)) ? 'shared' : pageOf(file)
    for (const name of namesIn(readFileSync(join(import.meta.dirname, file), 'utf8')))
      pages.set(name, (pages.get(name) ?? new Set()).add(page))
  }
  const twice = [...pages].filter(([name, homes]) => homes.size > 1 && !frames.has(name))
  expect(pages.size).toBeGreaterThan(500)
  expect(twice.map(([name, homes]) => `${name}: ${[...homes].join(', ')}`)).toEqual([])
})
