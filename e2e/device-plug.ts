import type { ElectronApplication, Page } from '@playwright/test'
import { deviceProcess } from './device-process.ts'

type Device = 'camera' | 'microphone'

/** A device of the app's machine, in the hand of a test. */
export interface Plug {
  /** Its tracks end, and it is not found any more. */
  pull(): Promise<void>
  /** It is found again; the page comes to know as it does from the system. */
  plug(): Promise<void>
  /** Its tracks live and give nothing. */
  hang(): void
  goOn(): void
}

/** Takes a device off the list that a page has of this machine, or puts it back, as when nobody has opened it. */
export const unlist = (page: Page, device: Device, isGone: boolean): Promise<void> =>
  page.evaluate(
    ([kind, gone]) => {
      const { mediaDevices } = navigator
      Reflect.deleteProperty(mediaDevices, 'enumerateDevices')
      const real = mediaDevices.enumerateDevices.bind(mediaDevices)
      if (gone) mediaDevices.enumerateDevices = async () => (await real()).filter((one) => one.kind !== kind)
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
    [device === 'camera' ? 'videoinput' : 'audioinput', isGone] as const,
  )

export function plugOf(app: ElectronApplication, page: Page, device: Device): Plug {
  const holder = (): number => {
    const { pid } = app.process()
    if (pid === undefined) throw new Error('the app has ended')
    return deviceProcess(pid, device)
  }
  let hung: number | undefined
  return {
    async pull() {
      await page.evaluate(
        (kind) => {
          const { mediaDevices } = navigator
          const real = mediaDevices.getUserMedia.bind(mediaDevices)
          mediaDevices.getUserMedia = async (wanted) => {
            if (wanted?.[kind]) throw new DOMException('', 'NotFoundError')
            return real(wanted)
          }
        },
        device === 'camera' ? ('video' as const) : ('audio' as const),
      )
      process.kill(holder(), 'SIGKILL')
    },
    plug: () =>
      page.evaluate(() => {
        Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia')
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
      }),
    hang() {
      hung = holder()
      process.kill(hung, 'SIGSTOP')
    },
    goOn() {
      try {
        if (hung !== undefined) process.kill(hung, 'SIGCONT')
      } catch {
        // The browser has ended what hung for too long; whatever waited for it has said so.
      }
    },
  }
}
