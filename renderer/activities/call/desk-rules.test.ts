import { describe, expect, it } from 'vitest'
import type { PhoneCap } from '#contract/calls.ts'
import { comfortOf, endOf, isPlainEnd, leftFor, wasTalked } from './desk-rules.ts'

const minute = 60_000
const left = (leftMs: number, cap: PhoneCap = 'child') => ({ leftMs, totalMs: 30 * minute, cap })

describe('the end of a call', () => {
  it('needs no comfort when both said goodbye, another device took it, or the child thought again', () => {
    expect(isPlainEnd({ reason: 'hung-up', by: 'them' })).toBe(true)
    expect(isPlainEnd({ reason: 'answered-elsewhere', by: 'them' })).toBe(true)
    expect(isPlainEnd({ reason: 'cancelled', by: 'us' })).toBe(true)
    expect(isPlainEnd({ reason: 'cancelled', by: 'them' })).toBe(false)
  })
  it('is comforted by what it was', () => {
    expect(comfortOf({ reason: 'busy', by: 'them', lengthMs: 0 }, null)).toBe('busy')
    expect(comfortOf({ reason: 'link-lost', by: 'link', lengthMs: minute }, null)).toBe('link-lost')
  })
  it('says so where the time of the telephone was over, and not where somebody hung up before', () => {
    const ended = { reason: 'hung-up', by: 'them', lengthMs: 10 * minute } as const
    expect(comfortOf(ended, left(9000))).toBe('phone-spent-child')
    expect(comfortOf(ended, left(9000, 'number'))).toBe('phone-spent-number')
    expect(comfortOf(ended, left(60_000))).toBeNull()
    expect(comfortOf(ended, null)).toBeNull()
    expect(comfortOf({ ...ended, lengthMs: 0 }, left(0))).toBeNull()
  })
  it('stands in the log as the cap that it came to, or as what it was', () => {
    const ended = { reason: 'hung-up', by: 'us', lengthMs: 10 * minute } as const
    expect(endOf(ended, left(2000, 'room'))).toBe('phone-spent-room')
    expect(endOf(ended, left(60_000, 'room'))).toBe('hung-up')
    expect(endOf({ ...ended, reason: 'link-lost' }, left(2000))).toBe('link-lost')
  })
  it('asks how the child feels after a minute of talk, not before', () => {
    expect(wasTalked({ lengthMs: minute })).toBe(true)
    expect(wasTalked({ lengthMs: minute - 1 })).toBe(false)
  })
  it('stands in the log as a lost link where the child went on by telephone because of it', () => {
    expect(leftFor('recovering', 'hung-up')).toBe('link-lost')
    expect(leftFor('talking', 'hung-up')).toBe('hung-up')
    expect(leftFor('ringing', 'cancelled')).toBe('cancelled')
  })
})
