import { describe, expect, it } from 'vitest'
import { places } from '#contract/sessions.ts'
import { pageKey, shownPlace } from './place-rules.ts'

const page = '0197f0d2-0000-7000-8000-000000000001'

describe('what is shown', () => {
  it('is where the child is while there is time', () => {
    for (const phase of ['open', 'five', 'one'] as const) {
      for (const name of places) expect(shownPlace({ name, page }, phase)).toEqual({ name, page })
    }
  })

  it('says goodbye at the end, but never takes work out of a hand', () => {
    for (const name of places) {
      const shown = shownPlace({ name, page }, 'goodbye').name
      expect(shown).toBe(['activity', 'diary-page', 'talk'].includes(name) ? name : 'goodbye')
    }
  })

  it('lets a child finish what is being said, on the phone or into a message', () => {
    for (const name of places) {
      const shown = shownPlace({ name, page }, 'goodbye', true).name
      expect(shown === name).toBe(
        ['activity', 'diary-page', 'family', 'messages', 'talk', 'goodbye'].includes(name),
      )
    }
  })

  it('is the family where nobody says whose messages', () => {
    expect(shownPlace({ name: 'messages' }, 'open')).toEqual({ name: 'family' })
  })

  it('is the list of pages where the page of a diary is not said', () => {
    expect(shownPlace({ name: 'diary-page' }, 'open')).toEqual({ name: 'diary' })
  })

  it('is another page for another page of the diary', () => {
    expect(pageKey({ name: 'diary-page', page })).not.toBe(pageKey({ name: 'diary-page', page: '2' }))
    const sums = { name: 'activity', page: 'sums' } as const
    expect(pageKey(sums)).toBe(pageKey(sums))
    expect(pageKey({ name: 'activity', page: 'clocks' })).not.toBe(pageKey(sums))
  })

  it('is the shelf where the activity is not said', () => {
    expect(shownPlace({ name: 'activity' }, 'open')).toEqual({ name: 'learn' })
  })
})
