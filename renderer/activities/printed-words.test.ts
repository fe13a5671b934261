import { describe, expect, it } from 'vitest'
import { activities } from '#core/learning/activities.ts'
import { seededRandom } from '#core/learning/random-rules.ts'
import { wordsInFiles } from './words-in-files.fixture.ts'

describe.each(activities.map((activity) => [activity.id, activity] as const))(
  '%s on paper',
  (id, activity) => {
    it.each(['zh-CN', 'en'])('says whole words: %s', async (language) => {
      const words = await wordsInFiles(language)
      const random = seededRandom(3)
      for (const level of activity.levels) {
        const state = activity.readState(null, level.id)
        for (let made = 0; made < 40; made += 1) {
          const exercise = activity.next(state, random, { grade: null, term: 1, inRound: [], seen: [] })
          const line = activity.print(exercise)
          for (const part of [...(line?.ask ?? []), ...(line?.answer ?? [])]) {
            if (part.kind !== 'word') continue
            expect(words.exists(part.word, { ns: id }), part.word).toBe(true)
            const said = words.t(part.word, { ns: id, ...part.facts })
            // What is left of a fact or of a key inside a sentence is no word.
            expect(said).not.toMatch(/\{\{|\}\}|\$t|[a-z]\.[a-z]/u)
          }
        }
      }
    })
  },
)
