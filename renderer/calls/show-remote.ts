import type { Watched } from './observable.ts'

/** Puts the remote stream into an element, and tells of its frames where the browser does (others are counted in the samples). */
export function showRemote(
  video: HTMLVideoElement,
  remote: Watched<MediaStream | null>,
  onFrame: (at: number) => void,
  now: () => number,
): () => void {
  let request = 0
  const put = (): void => {
    if (video.srcObject === remote.now()) return
    video.srcObject = remote.now()
    // Without a tap before it the browser may refuse; the screen has its button.
    void video.play().catch(() => undefined)
  }
  const next = (): void => {
    if ('requestVideoFrameCallback' in video)
      request = video.requestVideoFrameCallback(() => {
        onFrame(now())
        next()
      })
  }
  put()
  next()
  const unwatch = remote.watch(put)
  return () => {
    unwatch()
    if ('cancelVideoFrameCallback' in video) video.cancelVideoFrameCallback(request)
    video.srcObject = null
  }
}
