const keep = (event: TouchEvent) => event.preventDefault()

/**
 * Keeps a finger that leaves a drawn line or a moved thing in full swing from being taken for the throw of a scroll:
 * while such a throw would run, Chromium swallows the next tap, `touch-action: none` or not. Answers how to end it.
 */
export function withoutFling(element: HTMLElement): () => void {
  element.addEventListener('touchmove', keep, { passive: false })
  return () => element.removeEventListener('touchmove', keep)
}
