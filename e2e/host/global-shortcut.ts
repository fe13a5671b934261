import type { GlobalShortcut } from 'electron'
import { EventEmitter } from 'node:events'
import { conforms, strict } from './not-in-stand-in.ts'

const modifiers: [string, string[]][] = [
  ['ctrl', ['ctrl', 'control', 'commandorcontrol', 'cmdorctrl']],
  ['alt', ['alt', 'option', 'altgr']],
  ['shift', ['shift']],
  ['meta', ['meta', 'super', 'command', 'cmd']],
]
const keyNames: Record<string, string> = {
  esc: 'escape',
  return: 'enter',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  plus: '+',
}

/** `CommandOrControl+Shift+Q` as the page spells a chord: `ctrl+shift+q`. */
function chordOf(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+')
  const held = modifiers
    .filter(([, names]) => names.some((name) => parts.includes(name)))
    .map(([name]) => name)
  const key = parts.at(-1) ?? ''
  return [...held, keyNames[key] ?? key].join('+')
}

const registered = new Map<string, () => void>()
/** Hears when the set of shortcuts changes. */
export const shortcutChanges = new EventEmitter()
const changed = () => shortcutChanges.emit('change')

/** The chords that a page must hand to main. */
export const chords = (): string[] => [...registered.keys()]
/** Runs what was registered for a chord. */
export const pressed = (chord: string): void => registered.get(chord)?.()

function register(accelerator: string, callback: () => void): boolean {
  const chord = chordOf(accelerator)
  if (registered.has(chord)) return false
  registered.set(chord, callback)
  changed()
  return true
}

/** Electron's `globalShortcut`, as far as a focused page sees the keys. */
export const globalShortcut = conforms<GlobalShortcut>()(
  strict('globalShortcut', {
    register,
    registerAll(accelerators: string[], callback: () => void) {
      for (const accelerator of accelerators) register(accelerator, callback)
    },
    isRegistered: (accelerator: string) => registered.has(chordOf(accelerator)),
    unregister(accelerator: string) {
      registered.delete(chordOf(accelerator))
      changed()
    },
    unregisterAll() {
      registered.clear()
      changed()
    },
    setSuspended: () => {},
    isSuspended: () => false,
  }),
)
