import { describe, expect, it } from 'vitest'
import { mayHave, permissionTable } from './permissions.ts'

const opened = { isOpen: () => true }
const shut = { isOpen: () => false }
const open = { pupil: opened, staff: opened }
const closed = { pupil: shut, staff: shut }

describe('permissions', () => {
  it('gives camera and microphone to a window of ours while it wants them, and to nobody else', () => {
    for (const window of ['staff', 'pupil']) {
      expect(mayHave('media', `app://${window}/`, false, open)).toBe(true)
      expect(mayHave('media', `app://${window}/`, false, closed)).toBe(false)
      expect(mayHave('media', `app://${window}/`, true, open)).toBe(false)
    }
    for (const url of [
      'app://pack/x',
      'https://staff/',
      'https://pupil/',
      'app://staff.evil/',
      'app://pupil.evil/',
      'app://staff@evil/',
      '',
      undefined,
    ])
      expect(mayHave('media', url, false, open)).toBe(false)
  })

  it('keeps one window’s camera from the other', () => {
    const calling = { pupil: opened, staff: shut }
    expect(mayHave('media', 'app://pupil/', false, calling)).toBe(true)
    expect(mayHave('media', 'app://staff/', false, calling)).toBe(false)
  })

  it('gives nothing else, known or not', () => {
    for (const name of [...Object.keys(permissionTable), 'later', '__proto__', 'constructor'])
      for (const window of ['staff', 'pupil'])
        if (name !== 'media') expect(mayHave(name, `app://${window}/`, false, open)).toBe(false)
  })
})
