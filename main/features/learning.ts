import type { LearningService } from '#core/learning/service.ts'
import type { Handlers } from './feature.ts'

export const learningHandlers = (open: () => Promise<LearningService>): Handlers<'learning'> => ({
  shelf: async (_, { childId }) => (await open()).shelf(childId),
  round: async ({ activity }, { childId }) => (await open()).round(childId, activity),
  answer: async (answer, pupil) => (await open()).answer(pupil, answer),
  hint: async (turn, { childId }) => (await open()).hint(childId, turn),
  swap: async (turn, { childId }) => (await open()).swap(childId, turn),
  giveUp: async (turn, pupil) => (await open()).giveUp(pupil, turn),
  keep: async (turn, { childId }) => (await open()).keep(childId, turn),
  stamps: async (_, { childId }) => (await open()).stampsOf(childId),
  mistakesOf: async ({ childId, activity }) => (await open()).mistakesOf(childId, activity),
  stampsOf: async ({ childId }) => (await open()).stampsOf(childId),
  sheet: async ({ activity, level, count }) => (await open()).sheet(activity, level, count),
  report: async (question) => (await open()).report(question),
  switches: async () => (await open()).switches(),
  setSwitch: async ({ activity, grade, on }) => (await open()).setSwitch(activity, grade, on),
})
