/** Counts the pictures of a camera where the browser does not (Safari): by showing them to nobody. */
export interface FrameCount {
  /** So far; null while they cannot be counted: none was shown yet, or nobody looks at the page. */
  now(): number | null
  stop(): void
}

export function countFrames(track: MediaStreamTrack): FrameCount | null {
  const video = document.createElement('video')
  // Safari has it since 15.4.
  if (!('requestVideoFrameCallback' in video)) return null
  let count = 0
  let stopped = false
  const next = (): void => {
    if (stopped) return
    count += 1
    video.requestVideoFrameCallback(next)
  }
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  video.requestVideoFrameCallback(next)
  void video.play().catch(() => undefined)
  return {
    now: () => (count === 0 || video.paused || document.visibilityState !== 'visible' ? null : count),
    stop() {
      stopped = true
      video.pause()
      video.srcObject = null
    },
  }
}
