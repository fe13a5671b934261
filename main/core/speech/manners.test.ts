import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { chineseSyllables } from './chinese-syllables.ts'

/** Said of a deed too, and then more often: the dictionary has them as a place, or not as what they are. */
const knownBetter = new Set(
  '伤心地 平安地 忙忙地 性地 木木地 松松地 楞楞地 歪歪地 滔滔地 索索地 绵绵地 谆谆地 足足地 道道地地 遥遥地 雄赳赳地'.split(
    ' ',
  ),
)

it('reads 地 at the end of every word of the dictionary as it does: how something is done, or a place', () => {
  const source = createRequire(import.meta.url)('@pinyin-pro/data/complete.json') as Record<
    string,
    [syllables: string, frequency: number]
  >
  const words = Object.entries(source).filter(([word]) => word.length > 1 && word.endsWith('地'))
  expect(words.length).toBeGreaterThan(1000)
  const wrong = words
    .filter(([word, [syllables]]) => syllables.endsWith(' de') !== chineseSyllables(word).endsWith(' de5'))
    .map(([word]) => word)
  expect(wrong.filter((word) => !knownBetter.has(word))).toEqual([])
})

it.each([
  ['慢慢地', 'man4 man4 de5'],
  ['慢慢地。', 'man4 man4 de5'],
  ['慢慢地上楼', 'man4 man4 de5 shang4 lou2'],
  ['安静地上课', 'an1 jing4 de5 shang4 ke4'],
  ['高高兴兴地', 'gao1 gao1 xing4 xing4 de5'],
  ['大声地读', 'da4 sheng1 de5 du2'],
  ['安静地方', 'an1 jing4 di4 fang1'],
  ['安全地带', 'an1 quan2 di4 dai4'],
  ['自然地理', 'zi4 ran2 di4 li3'],
  ['家家地上', 'jia1 jia1 di4 shang5'],
  ['天天地里', 'tian1 tian1 di4 li3'],
])('%s', (words, syllables) => {
  expect(chineseSyllables(words)).toBe(syllables)
})
