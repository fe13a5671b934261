/** What somebody opened to look at it, and nothing else: no copy, no menu, no dragging out, no marking, which X11 copies by itself. */
const kept = ['copy', 'cut', 'contextmenu', 'dragstart', 'selectstart'] as const

const stop = (event: Event) => event.preventDefault()

/** For the `ref` of the box that holds it. Keys, a finger that rests and a mouse all begin to mark with the same event. */
export function lookOnly(box: HTMLElement | null): void {
  for (const name of kept) box?.addEventListener(name, stop)
}
