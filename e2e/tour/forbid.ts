import type { Page } from '@playwright/test'

type Ask = MediaDevices['getUserMedia']

/** From now on the browser of this page refuses these, as one does whose system forbids them. */
export const forbid = (page: Page, kinds: readonly ('audio' | 'video')[]): Promise<void> =>
  page.evaluate((refused) => {
    const devices = navigator.mediaDevices as MediaDevices & { before?: Ask }
    devices.before ??= devices.getUserMedia.bind(devices)
    const { before } = devices
    devices.getUserMedia = (wanted) =>
      refused.some((kind) => wanted?.[kind])
        ? Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
        : before(wanted)
  }, kinds)
