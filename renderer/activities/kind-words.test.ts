import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What blames a child, or tells it that it is worse than others. */
const unkind = {
  'zh-CN': /错|失败|不对|不行|笨|差劲|落后|闯关|排名|第一名/u,
  en: /\bwrong|fail|incorrect|mistake|stupid|behind|rank|score|streak/iu,
}

/** Every text under a key, whatever depth it lies at. */
const textsIn = (words: unknown): readonly string[] =>
  typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsIn)

/** Who was frightened is told that it is not to blame. */
const comfort = {
  'zh-CN': ['看，可以这样做。吓到了不是你的错'],
  en: ['Look, this helps. You did nothing wrong'],
}

it.each(['zh-CN', 'en'] as const)('no activity blames, ranks or counts against a child (%s)', (language) => {
  const files = globSync(`resources/locales/learning/*/${language}.json`)
  expect(files.length).toBeGreaterThan(20)
  const found = files.flatMap((file) =>
    textsIn(JSON.parse(readFileSync(file, 'utf8'))).filter((text) => unkind[language].test(text)),
  )
  expect(found).toEqual(comfort[language])
})
