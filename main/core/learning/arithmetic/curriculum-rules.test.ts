import { expect, it } from 'vitest'
import english from '#locales/learning/sums/en.json' with { type: 'json' }
import chinese from '#locales/learning/sums/zh-CN.json' with { type: 'json' }
import { levels } from './curriculum-rules.ts'

it('has a name for every level, and no name without a level, in both languages', () => {
  const ids = levels.map(({ id }) => id).toSorted()
  for (const catalog of [chinese, english]) expect(Object.keys(catalog.level).toSorted()).toEqual(ids)
})
