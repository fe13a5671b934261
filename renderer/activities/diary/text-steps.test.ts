import { describe, expect, it } from 'vitest'
import { textStep, type Step } from '#contract/diary.ts'
import { createTextSteps, mostText } from './text-steps.ts'

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

const fits = (length: number): boolean =>
  textStep.safeParse({ id: '0197f0d2-0000-7000-8000-000000000001', kind: 'text', text: 'x'.repeat(length) })
    .success

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

  it('is one step for each text that an input method hands over, however fast, and none for what surrounds it', () => {
    const { steps, pass, kept } = desk()
    steps.type('a')
    steps.type('a你好', true)
    steps.type('a你好吗', true)
    steps.type('a你好吗?')
    steps.type('a你好吗?!')
    pass(5000)
    expect(kept).toEqual(['1:a', '2:a你好', '3:a你好吗', '4:a你好吗?!'])
  })

  it('goes as far as main takes it', () => {
    expect([fits(mostText), fits(mostText + 1)]).toEqual([true, false])
  })
})
