import type { SumsService } from '#core/learning/arithmetic/service.ts'
import type { Handlers } from './feature.ts'

export const sumsHandlers = (sums: SumsService): Handlers<'sums'> => ({
  shelf: (_, { childId }) => sums.shelf(childId),
  round: (_, { childId }) => sums.round(childId),
  answer: (answer, pupil) => sums.answer(pupil, answer),
  help: (turn, { childId }) => sums.help(childId, turn),
  swap: (turn, { childId }) => sums.swap(childId, turn),
  mistakesOf: ({ childId }) => sums.mistakesOf(childId),
})
