import type { Page } from 'playwright'

// Hands on a page's devices that no test can reach otherwise.

declare global {
  interface Window {
    mixer: GainNode
  }
}

/**
 * Puts a mixer between the page and each microphone that it opens from now on: one that is turned off there gives zeros, and no
 * event. The browser counts nothing of such a track, as Safari counts of none.
 */
export async function putMixer(page: Page): Promise<(isOn: boolean) => Promise<void>> {
  await page.evaluate(() => {
    const context = new AudioContext()
    window.mixer = context.createGain()
    const { mediaDevices } = navigator
    const real = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted)
      if (stream.getAudioTracks().length === 0) return stream
      const out = context.createMediaStreamDestination()
      context
        .createMediaStreamSource(new MediaStream(stream.getAudioTracks()))
        .connect(window.mixer)
        .connect(out)
      await context.resume()
      return new MediaStream([...out.stream.getAudioTracks(), ...stream.getVideoTracks()])
    }
  })
  return (isOn) => page.evaluate((gain) => void (window.mixer.gain.value = gain), isOn ? 1 : 0)
}

/** Makes a browser of a page that tells nothing of its tracks, neither by counts nor by events: what is left is to ask them. */
export const tellNothing = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(MediaStreamTrack.prototype, 'stats', { get: () => undefined, configurable: true })
    MediaStreamTrack.prototype.addEventListener = () => undefined
  })
