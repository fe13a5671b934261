import { NotInStandIn } from './not-in-stand-in.ts'
import type { Page } from './page.ts'

const bits: Record<string, number> = { alt: 1, control: 2, ctrl: 2, meta: 4, cmd: 4, command: 4, shift: 8 }
const types = { keydown: 'rawKeyDown', rawkeydown: 'rawKeyDown', keyup: 'keyUp', char: 'char' } as const

const codeOf = (key: string): string => {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  return /^\d$/.test(key) ? `Digit${key}` : key
}

/** Electron's `sendInputEvent` for keys. Throws for the mouse. */
export function sendKey(page: Page, input: { type: string; keyCode?: string; modifiers?: string[] }): void {
  const type = types[input.type.toLowerCase() as keyof typeof types]
  const { keyCode: key } = input
  if (type === undefined || key === undefined)
    throw new NotInStandIn(`webContents.sendInputEvent ${input.type}`)
  const modifiers = (input.modifiers ?? []).reduce((sum, name) => sum | (bits[name.toLowerCase()] ?? 0), 0)
  const windowsVirtualKeyCode = key.length === 1 ? (key.toUpperCase().codePointAt(0) ?? 0) : 0
  const event = {
    type,
    modifiers,
    key,
    code: codeOf(key),
    windowsVirtualKeyCode,
    ...(type === 'char' && { text: key }),
  }
  page.send('Input.dispatchKeyEvent', event).catch(() => {})
}
