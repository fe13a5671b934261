import { expect, it } from 'vitest'
import type { Step } from '#contract/diary.ts'
import { createMoveSteps } from './move-steps.ts'

const lies = (x: number) => ({ x, y: 0, size: 100, turn: 0 })

function desk() {
  let now = 0
  let ids = 0
  let timers: { at: number; what: () => void }[] = []
  const kept: string[] = []
  const moves = createMoveSteps({
    newId: () => `${(ids += 1)}`,
    now: () => now,
    later: (ms, what) => {
      const timer = { at: now + ms, what }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    keep: (step: Step) => {
      if (step.kind === 'move' && step.to !== 'gone') kept.push(`${step.id}:${step.item}@${step.to.x}`)
    },
  })
  const pass = (ms: number) => {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { what } of due) what()
  }
  return { moves, pass, kept }
}

it('keeps a thing on its way within a second, as one step', () => {
  const { moves, pass, kept } = desk()
  for (const x of [1, 2, 3, 4]) {
    moves.move('a', lies(x))
    pass(400)
  }
  moves.rest()
  expect(kept).toEqual(['1:a@2', '1:a@4'])
  pass(5000)
  expect(kept).toHaveLength(2)
})

it('begins another step after a pause, after another deed, and for another thing', () => {
  const { moves, pass, kept } = desk()
  moves.move('a', lies(1))
  pass(5000)
  moves.move('a', lies(2))
  moves.end()
  moves.move('a', lies(3))
  moves.move('b', lies(4))
  moves.end()
  expect(kept).toEqual(['1:a@1', '2:a@2', '3:a@3', '4:b@4'])
})
