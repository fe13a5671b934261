import { describe, expect, it } from 'vitest'
import { mayPass, type KeyPress } from './key-rules.ts'

const press = (chord: string): KeyPress => {
  const parts = chord.split('+')
  const key = parts.pop() ?? ''
  const held = (name: string) => parts.includes(name)
  return {
    type: 'keyDown',
    key,
    control: held('Ctrl'),
    shift: held('Shift'),
    alt: held('Alt'),
    meta: held('Meta'),
  }
}

describe('keys that reach a window', () => {
  it.each([
    'a',
    '家',
    '1',
    'Shift+A',
    'ArrowLeft',
    'Enter',
    'Backspace',
    'Tab',
    ' ',
    'Process',
    'Dead',
    'Ctrl+z',
    'Ctrl+Y',
    'Ctrl+Shift+Z',
    'Ctrl+Alt+@',
  ])('a child may press %s', (chord) => {
    expect(mayPass('pupil', press(chord))).toBe(true)
  })

  it.each([
    'Ctrl+r', 'Ctrl+w', 'Ctrl+n', 'Ctrl+t', 'Ctrl+p', 'Ctrl+s', 'Ctrl+o', 'Ctrl+q', 'Ctrl+=', 'Ctrl+-', 'Ctrl+0', 'Ctrl+Shift+I',
    'Ctrl+Shift+J', 'Ctrl+Shift+C', 'Ctrl+Shift+R', 'Ctrl+Tab', 'Ctrl+Escape', 'Ctrl+a', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+Alt+Delete',
    'Alt+F4', 'Alt+ArrowLeft', 'Alt+Tab', 'Alt+ ', 'Alt+d', 'F1', 'F5', 'F11', 'F12', 'Meta', 'Meta+d', 'ContextMenu', 'BrowserBack',
    'MediaPlayPause', 'AudioVolumeUp', 'PrintScreen', 'LaunchApplication1', 'Ctrl+Alt+t', 'Ctrl+F4', 'Pause', 'Help',
  ])('a child’s %s goes nowhere', (chord) => {
    expect(mayPass('pupil', press(chord))).toBe(false)
  }) // prettier-ignore

  it('staff may copy and paste, and no more than that', () => {
    for (const key of ['a', 'c', 'v', 'x', 'z', 'y'])
      expect(mayPass('staff', press(`Ctrl+${key}`))).toBe(true)
    for (const key of ['r', 'w', 'p', 's', 'o']) expect(mayPass('staff', press(`Ctrl+${key}`))).toBe(false)
    expect(mayPass('staff', press('F12'))).toBe(false)
  })
})
