import { type Direction, nearest } from './arrow-rules.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Arrow keys go from button to button over the whole window, as they lie on the screen. Texts keep their own arrows. */
export function listenToArrows(): void {
  window.addEventListener('keydown', (event) => {
    const direction = directions[event.key]
    if (!direction || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
    const within = document.querySelector('dialog[open]') ?? document
    const buttons = [
      ...within.querySelectorAll<HTMLElement>('button:not(:disabled), textarea, [tabindex="0"]'),
    ].filter((button) => button.checkVisibility())
    const now = buttons.indexOf(document.activeElement as HTMLElement)
    const next = nearest(
      buttons.map((button) => button.getBoundingClientRect()),
      now,
      direction,
    )
    buttons[next]?.focus()
    if (next >= 0) event.preventDefault()
  })
}
