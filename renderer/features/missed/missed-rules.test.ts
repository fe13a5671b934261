import { describe, expect, it } from 'vitest'
import { missedKind } from './missed-rules.ts'

describe('missedKind', () => {
  it.each([
    ['no-answer', 'missed'],
    ['offline', 'missed'],
    ['busy', 'busy'],
    ['link-lost', 'line'],
    ['call-server-away', 'line'],
    ['microphone-busy', 'microphone'],
    ['phone-spent', 'spent'],
    ['no-consent', 'teacher'],
    ['not-allowed', 'teacher'],
    ['unknown-number', 'teacher'],
  ] as const)('%s is %s', (why, kind) => expect(missedKind(why)).toBe(kind))
})
