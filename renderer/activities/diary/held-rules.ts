import type { Nudge } from './at-rules.ts'

/** What a key does to the thing in hand; undefined for a key that means nothing there. */
export function deedOf(key: string): Nudge | 'gone' | 'let-go' | undefined {
  switch (key) {
    case 'ArrowLeft':
      return 'left'
    case 'ArrowRight':
      return 'right'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case '-':
    case '_':
      return 'smaller'
    case '+':
    case '=':
      return 'larger'
    case ',':
    case '<':
    case '，':
    case '《':
      return 'turn-left'
    case '.':
    case '>':
    case '。':
    case '》':
      return 'turn-right'
    case 'Delete':
    case 'Backspace':
      return 'gone'
    case 'Escape':
      return 'let-go'
    default:
      return undefined
  }
}
