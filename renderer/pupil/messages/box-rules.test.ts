import { describe, expect, it } from 'vitest'
import type { MessageCard } from '#contract/messages.ts'
import { ownLine, sorted } from './box-rules.ts'

let last = 0
const message = (wish: Partial<MessageCard>): MessageCard => ({
  id: `m${(last += 1)}`,
  from: 'home',
  kind: 'voice',
  clockWrong: false,
  at: last,
  lengthMs: 1000,
  state: 'here',
  wait: null,
  seen: false,
  content: null,
  ...wish,
})
const own = (wish: Partial<MessageCard>) => message({ from: 'child', ...wish })

describe('sorted', () => {
  it('puts what was not seen first in its order, and what was seen with the newest first', () => {
    const [a, b, c, d] = [
      message({}),
      message({ seen: true }),
      message({ state: 'coming' }),
      message({ seen: true }),
    ]
    expect(sorted({ messages: [a, b, c, d] })).toMatchObject({ fresh: [a, c], older: [d, b] })
  })

  it('finds the newest draft and the last that arrived', () => {
    const [first, second] = [own({ state: 'draft' }), own({ state: 'draft' })]
    const there = own({ state: 'arrived' })
    expect(sorted({ messages: [first, there, second] })).toMatchObject({ draft: second, arrived: there })
  })
})

const line = (...messages: MessageCard[]) => ownLine(sorted({ messages }))

describe('ownLine', () => {
  it('says what keeps a message from going before it says what has gone', () => {
    expect(line()).toBeNull()
    expect(line(own({ state: 'arrived' }))).toBe('arrived')
    expect(line(own({ state: 'arrived', seen: true }))).toBe('was-seen')
    expect(line(own({ state: 'arrived' }), own({ state: 'waiting' }))).toBe('waiting-going')
    expect(line(own({ state: 'waiting' }), own({ state: 'waiting', wait: 'full' }))).toBe('waiting-full')
    expect(line(own({ state: 'waiting', wait: 'line' }))).toBe('waiting-line')
  })
})
