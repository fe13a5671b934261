/** What a finger scrolls on purpose: a field of words, and whatever says so of itself. */
const scrolls = 'textarea, [data-scrolls]'

const keep = (event: TouchEvent) => (event.target as Element).closest(scrolls) || event.preventDefault()

/**
 * Keeps a finger that leaves a line or a carried thing in full swing from being taken for the throw of a scroll: while such a
 * throw would run, Chromium swallows the next tap, `touch-action: none` or not. The child's window scrolls nowhere else.
 */
export function withoutFling(): void {
  window.addEventListener('touchmove', keep, { passive: false })
}
