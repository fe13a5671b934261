/** Between a stop and the next try, ms: a phone that goes on stopping is not fought with. */
const BREATH_MS = 300

/**
 * Plays a living stream, and again when the phone stopped it: a telephone call pauses every picture of a page, and its sound
 * with it. Tells whether playing is refused until the person taps. Answers what ends it.
 */
export function keepPlaying(element: HTMLVideoElement, onBlocked: (isBlocked: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const play = (): void => {
    element.play().then(
      () => onBlocked(false),
      (error: unknown) => {
        if (error instanceof Error && error.name === 'NotAllowedError') onBlocked(true)
      },
    )
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(play, BREATH_MS)
  }
  element.addEventListener('pause', soon)
  document.addEventListener('visibilitychange', soon)
  play()
  return () => {
    clearTimeout(timer)
    element.removeEventListener('pause', soon)
    document.removeEventListener('visibilitychange', soon)
  }
}
