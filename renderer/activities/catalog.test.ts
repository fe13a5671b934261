import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { activities } from '#core/learning/activities.ts'
import { entryOf } from './catalog.ts'

type Words = { readonly [key: string]: string | Words }

const read = (catalog: string, language: string): Words =>
  JSON.parse(
    readFileSync(
      new URL(`../../resources/locales/learning/${catalog}/${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Words

/** Dotted keys in the order of the file. */
const keysOf = (words: Words, before = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`),
  )

const catalogs = ['shelf', ...activities.map(({ id }) => id)]

describe.each(catalogs)('the words of %s', (catalog) => {
  it('are the same in both languages, sorted, and none is empty', () => {
    const chinese = read(catalog, 'zh-CN')
    const english = read(catalog, 'en')
    expect(keysOf(english)).toEqual(keysOf(chinese))
    for (const words of [chinese, english]) {
      expect(Object.keys(words)).toEqual(Object.keys(words).toSorted())
      expect(JSON.stringify(words)).not.toContain('""')
    }
  })
})

describe.each(activities.map((activity) => [activity.id, activity] as const))('%s', (id, { levels }) => {
  it('is drawn, and has a name and a line on the shelf', () => {
    expect(entryOf(id)).toBeDefined()
    expect(keysOf(read('shelf', 'zh-CN'))).toEqual(expect.arrayContaining([`title.${id}`, `line.${id}`]))
  })

  it('has a name for each level, and no name without a level', () => {
    const names = read(id, 'zh-CN')['level']
    expect(Object.keys(names ?? {}).toSorted()).toEqual(levels.map((level) => level.id).toSorted())
  })
})
