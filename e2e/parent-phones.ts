import { chromium, type Browser, type Page } from '@playwright/test'

/** Camera and microphone of Chromium's own. */
export const fakeDevices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] as const

export interface ParentPhones {
  /** A phone of a parent: a context of its own in one browser. */
  readonly phone: () => Promise<Page>
  readonly close: () => Promise<void>
}

/** Phones for parents, whose browser is started with the first of them. */
export function createPhones(switches: readonly string[]): ParentPhones {
  let browser: Browser | undefined
  return {
    async phone() {
      browser ??= await chromium.launch({
        executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', ...switches],
      })
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
      return context.newPage()
    },
    close: async () => browser?.close(),
  }
}
