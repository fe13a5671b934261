import type { WindowName } from './origins.ts'

/** What Electron tells of a key before the page hears of it. */
export interface KeyPress {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly meta: boolean
}

const plain = new Set([
  'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Insert',
  'Enter', 'Backspace', 'Delete', 'Tab', 'Escape', ' ',
  'Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock',
]) // prettier-ignore

/** Keys of input methods; the page itself gets what they compose. */
const composing = new Set([
  'Process', 'Unidentified', 'Dead', 'Compose', 'Convert', 'NonConvert', 'KanaMode', 'HangulMode', 'HanjaMode', 'JunjaMode',
  'ModeChange', 'FinalMode', 'Hankaku', 'Zenkaku', 'ZenkakuHankaku', 'Hiragana', 'Katakana', 'Eisu', 'Alphanumeric',
]) // prettier-ignore

const chords: Readonly<Record<WindowName, ReadonlySet<string>>> = {
  pupil: new Set(['z', 'y']),
  staff: new Set(['a', 'c', 'v', 'x', 'z', 'y']),
}

/**
 * Whether a key may reach a window. What is not named here does not: function keys, browser and media keys, the
 * Windows key, and every chord of Ctrl or Alt but editing ones. Ctrl+Shift+Z (redo) counts as editing, Ctrl+Space
 * switches input methods.
 */
export function mayPass(window: WindowName, press: KeyPress): boolean {
  if (press.meta || press.key === 'Meta' || press.key === 'OS') return false
  if (composing.has(press.key)) return true
  const printing = Array.from(press.key).length === 1
  // AltGr arrives as Ctrl+Alt on Windows: it prints, or it is nothing.
  if (press.control && press.alt) return printing && !/^[a-z0-9]$/i.test(press.key)
  if (press.control) return isModifier(press.key) || press.key === ' ' || isEditing(window, press)
  if (press.alt) return isModifier(press.key)
  return printing || plain.has(press.key)
}

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'AltGraph'].includes(key)

function isEditing(window: WindowName, { key, shift }: KeyPress): boolean {
  if (shift) return key.toLowerCase() === 'z'
  return chords[window].has(key.toLowerCase())
}
