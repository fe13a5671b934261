import { describe, expect, it } from 'vitest'
import type { Step } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { createSaver } from './saver.ts'

const text = (id: string, words: string): Step => ({ id, kind: 'text', text: words })

/** Lets everything that waits for an answer go on. */
async function settle() {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

/** A main whose answers and clock the test holds in its hand. */
function house() {
  const asked: { step: Step; answer: (code?: RefusalCode) => void }[] = []
  const timers: (() => void)[] = []
  const saver = createSaver({
    put: (step) => new Promise((resolve) => asked.push({ step, answer: resolve })),
    later: (_ms, what) => {
      timers.push(what)
      return () => undefined
    },
  })
  return { saver, asked, timers }
}

describe('saving steps', () => {
  it('sends one at a time, in order, and says when all is kept', async () => {
    const { saver, asked } = house()
    const seen: string[] = []
    saver.subscribe(() => seen.push(saver.saved().at))
    saver.keep(text('a', '1'))
    saver.keep(text('b', '2'))
    expect(asked.map(({ step }) => step.id)).toEqual(['a'])
    asked[0]!.answer()
    await settle()
    expect(asked.map(({ step }) => step.id)).toEqual(['a', 'b'])
    expect(saver.saved().at).toBe('saving')
    asked[1]!.answer()
    await settle()
    expect(seen).toEqual(['saving', 'saved'])
  })

  it('does not say that all is kept while a hand is still at work', async () => {
    const { saver, asked } = house()
    saver.soon('text')
    expect(saver.saved().at).toBe('saving')
    saver.keep(text('a', '1'))
    asked[0]!.answer()
    await settle()
    expect(saver.saved().at).toBe('saved')
  })

  it('does not say so either when a stroke is kept while words still wait', async () => {
    const { saver, asked } = house()
    saver.keep({ id: 's', kind: 'stroke', tool: 'pen', colour: 0, size: 8, points: [1, 1, 1] })
    saver.soon('text')
    asked[0]!.answer()
    await settle()
    expect(saver.saved().at).toBe('saving')
    saver.keep(text('a', '1'))
    asked[1]!.answer()
    await settle()
    expect(saver.saved().at).toBe('saved')
  })

  it('sends a growing step at its newest, and again when it grew while it was sent', async () => {
    const { saver, asked } = house()
    saver.keep(text('a', '1'))
    saver.keep(text('a', '12'))
    saver.keep(text('a', '123'))
    asked[0]!.answer()
    await settle()
    expect(asked.map(({ step }) => (step.kind === 'text' ? step.text : ''))).toEqual(['1', '123'])
    asked[1]!.answer()
    await settle()
    expect(saver.saved().at).toBe('saved')
    expect(asked.length).toBe(2)
  })

  it('forgets nothing on a full disk: says so, tries again, and is kept once there is room', async () => {
    const { saver, asked, timers } = house()
    saver.keep(text('a', '1'))
    const flushed = saver.flush()
    asked[0]!.answer('disk-full')
    expect(await flushed).toBe(false)
    expect(saver.saved()).toEqual({ at: 'unsaved', code: 'disk-full' })
    saver.keep(text('b', '2'))
    timers[0]!()
    await settle()
    asked[1]!.answer()
    await settle()
    asked[2]!.answer()
    expect(asked.map(({ step }) => step.id)).toEqual(['a', 'a', 'b'])
    expect(await saver.flush()).toBe(true)
  })

  it('lets go of a step that main will never take, and goes on with the rest', async () => {
    const { saver, asked } = house()
    saver.keep(text('a', '1'))
    saver.keep(text('b', '2'))
    asked[0]!.answer('bad-input')
    await settle()
    asked[1]!.answer()
    await settle()
    expect(saver.saved().at).toBe('saved')
  })
})
