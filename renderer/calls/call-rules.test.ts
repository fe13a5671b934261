import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOpen,
  meaningOf,
  nextCallState,
  type CallEvent,
  type CallState,
  type Ending,
} from './call-rules.ts'

const end: CallEvent = { is: 'end', reason: 'hung-up', by: 'us', lengthMs: 0 }
const media: CallEvent = { is: 'media', shown: 'video', quality: 7 }
const events: readonly CallEvent[] = [
  { is: 'prepare' },
  { is: 'ring', side: 'out' },
  { is: 'ring', side: 'in' },
  { is: 'heard' },
  { is: 'answered' },
  media,
  { is: 'media', shown: 'voice', quality: 2 },
  { is: 'silence', since: 5 },
  end,
]
const after = (list: readonly CallEvent[]): CallState => {
  let state: CallState = { at: 'idle' }
  for (const event of list) state = nextCallState(state, event)
  return state
}

describe('the states of a call', () => {
  it('goes from the tap to the talk', () => {
    const way: CallEvent[] = [
      { is: 'prepare' },
      { is: 'ring', side: 'out' },
      { is: 'heard' },
      { is: 'answered' },
    ]
    expect(after(way)).toEqual({ at: 'answered' })
    expect(after([...way, media])).toEqual({ at: 'talking', shown: 'video', quality: 7 })
  })

  it('recovers into the talk that was cut, and shows the same until then', () => {
    const cut = after([{ is: 'answered' }, media, { is: 'silence', since: 5 }])
    expect(cut).toEqual({ at: 'recovering', shown: 'video', since: 5 })
    expect(nextCallState(cut, media).at).toBe('talking')
  })

  it('never comes back from its end, and never talks before an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), (list) => {
        const before = after(list)
        if (!list.includes(end)) expect(before.at).not.toBe('over')
        else expect(before.at).toBe('over')
        if (!list.some(({ is }) => is === 'answered')) expect(isOpen(before)).toBe(false)
      }),
    )
  })

  it('tells nobody when nothing changed', () => {
    const talking = after([{ is: 'answered' }, media])
    expect(nextCallState(talking, media)).toBe(talking)
  })
})

describe('why a call ended', () => {
  const word = (change: Partial<Ending>): Ending => ({
    cause: 'SIP Failure Code',
    originator: 'remote',
    status: null,
    reasonHeader: null,
    wasOpen: false,
    ...change,
  })
  it.each([
    [word({ cause: 'Terminated' }), 'hung-up', 'them'],
    [word({ cause: 'Terminated', originator: 'local' }), 'hung-up', 'us'],
    [word({ cause: 'Busy', status: 486 }), 'busy', 'them'],
    [word({ cause: 'Unavailable', status: 480 }), 'offline', 'them'],
    [word({ cause: 'Rejected', status: 403 }), 'not-allowed', 'them'],
    [word({ cause: 'Rejected', status: 603 }), 'declined', 'them'],
    [word({ cause: 'Canceled', originator: 'local' }), 'cancelled', 'us'],
    [word({ cause: 'No Answer', originator: 'local' }), 'no-answer', 'them'],
    [
      word({ cause: 'Canceled', reasonHeader: 'SIP ;cause=200 ;text="Call completed elsewhere"' }),
      'answered-elsewhere',
      'them',
    ],
    [word({ cause: 'Dialog Error', originator: 'local', wasOpen: true }), 'link-lost', 'link'],
    [word({ cause: 'WebRTC Error', originator: 'local' }), 'failed', 'link'],
  ] as const)('%o is %s by %s', (ending, reason, by) => {
    expect(meaningOf(ending)).toEqual({ reason, by })
  })
})
