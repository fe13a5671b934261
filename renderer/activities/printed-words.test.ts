import { readFileSync } from 'node:fs'
import { createInstance, type i18n } from 'i18next'
import { describe, expect, it } from 'vitest'
import { activities } from '#core/learning/activities.ts'
import { seededRandom } from '#core/learning/random-rules.ts'

/** The words of one activity, as a window has them. */
async function wordsOf(id: string, language: string): Promise<i18n> {
  const file = new URL(`../../resources/locales/learning/${id}/${language}.json`, import.meta.url)
  const words = createInstance()
  const catalog = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  await words.init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { [id]: catalog } },
  })
  return words
}

describe.each(activities.map((activity) => [activity.id, activity] as const))(
  '%s on paper',
  (id, activity) => {
    it.each(['zh-CN', 'en'])('says whole words: %s', async (language) => {
      const words = await wordsOf(id, language)
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
