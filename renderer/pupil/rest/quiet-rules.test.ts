import { expect, it } from 'vitest'
import { places } from '#contract/sessions.ts'
import { isQuiet } from './quiet-rules.ts'

const quiet = (exerciseOver: boolean, talking = false) =>
  places.filter((at) => isQuiet({ at, talking, exerciseOver }))

it('comes where nothing is in hand, in an activity between two exercises, never into a call or a message', () => {
  expect(quiet(false)).toEqual(['home', 'learn', 'diary', 'me'])
  expect(quiet(true)).toEqual(['home', 'learn', 'activity', 'diary', 'me'])
  expect(quiet(true, true)).toEqual([])
})
