import { describe, expect, it } from 'vitest'
import { contentPolicy } from './content-policy.ts'

const connect = (policy: string): string | undefined =>
  policy.split('; ').find((rule) => rule.startsWith('connect-src'))

describe('the policy of a page', () => {
  it('lets the child’s window alone speak to the call server’s proxy', () => {
    const proxy = 'wss://calls.example'
    expect(connect(contentPolicy('pupil', proxy))).toBe(`connect-src 'self' ${proxy}`)
    expect(connect(contentPolicy('pupil', null))).toBe(`connect-src 'self'`)
    expect(connect(contentPolicy('staff', proxy))).toBe(`connect-src 'self'`)
    expect(connect(contentPolicy('pack', proxy))).toBeUndefined()
    expect(contentPolicy('pupil', proxy).replace(` ${proxy}`, '')).toBe(contentPolicy('pupil'))
  })
})
