import { describe, expect, it } from 'vitest'
import type { Step } from '#contract/diary.ts'
import { createTextSteps } from './text-steps.ts'

function desk() {
  let now = 0
  let ids = 0
  let timers: { at: number; what: () => void }[] = []
  const kept: string[] = []
  const steps = createTextSteps({
    newId: () => `${(ids += 1)}`,
    now: () => now,
    later: (ms, what) => {
      const timer = { at: now + ms, what }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    keep: (step: Step) => kept.push(step.kind === 'text' ? `${step.id}:${step.text}` : ''),
  })
  const pass = (ms: number) => {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { what } of due) what()
  }
  return { steps, pass, kept }
}

describe('typing', () => {
  it('is kept within a second while it goes on, as one step', () => {
    const { steps, pass, kept } = desk()
    for (const text of ['你', '你好', '你好吗', '你好吗?']) {
      steps.type(text)
      pass(400)
    }
    pass(1000)
    expect(kept).toEqual(['1:你好', '1:你好吗?'])
  })

  it('is another step after a pause, and after an undo', () => {
    const { steps, pass, kept } = desk()
    steps.type('a')
    pass(5000)
    steps.type('ab')
    steps.end()
    steps.type('abc')
    pass(5000)
    expect(kept).toEqual(['1:a', '2:ab', '3:abc'])
  })
})
