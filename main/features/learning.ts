import type { LearningService } from '#core/learning/service.ts'
import type { Handlers } from './feature.ts'

export const learningHandlers = (learning: LearningService): Handlers<'learning'> => ({
  shelf: (_, { childId }) => learning.shelf(childId),
  round: ({ activity }, { childId }) => learning.round(childId, activity),
  answer: (answer, pupil) => learning.answer(pupil, answer),
  hint: (turn, { childId }) => learning.hint(childId, turn),
  swap: (turn, { childId }) => learning.swap(childId, turn),
  giveUp: (turn, pupil) => learning.giveUp(pupil, turn),
  keep: (turn, { childId }) => learning.keep(childId, turn),
  stamps: (_, { childId }) => learning.stampsOf(childId),
  mistakesOf: ({ childId, activity }) => learning.mistakesOf(childId, activity),
  stampsOf: ({ childId }) => learning.stampsOf(childId),
  sheet: ({ activity, level, count }) => learning.sheet(activity, level, count),
  report: (question) => learning.report(question),
  switches: () => learning.switches(),
  setSwitch: ({ activity, grade, on }) => learning.setSwitch(activity, grade, on),
})
