import { describe, expect, it } from 'vitest'
import { mayHave, permissionTable } from './permissions.ts'

const open = { isOpen: () => true }
const closed = { isOpen: () => false }

describe('permissions', () => {
  it('gives camera and microphone to the staff window while a test runs, and to nobody else', () => {
    expect(mayHave('media', 'app://staff/', false, open)).toBe(true)
    expect(mayHave('media', 'app://staff/', false, closed)).toBe(false)
    expect(mayHave('media', 'app://staff/', true, open)).toBe(false)
    for (const url of [
      'app://pupil/',
      'app://pack/x',
      'https://staff/',
      'app://staff.evil/',
      'app://staff@evil/',
      '',
      undefined,
    ])
      expect(mayHave('media', url, false, open)).toBe(false)
  })

  it('gives nothing else, known or not', () => {
    for (const name of [...Object.keys(permissionTable), 'later', '__proto__', 'constructor'])
      if (name !== 'media') expect(mayHave(name, 'app://staff/', false, open)).toBe(false)
  })
})
