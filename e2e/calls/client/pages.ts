import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { domain, origin, type CallHouse } from '../call-house.ts'
import { toneFile } from './tone.ts'

export interface CallPages {
  open(user: string, query: string): Promise<Page>
  close(): Promise<void>
}

/** Bundles the client as a page and opens it in Chromium, with a fake camera and a tone as the microphone. */
export async function openCallPages(house: CallHouse, hz: number): Promise<CallPages> {
  const script = await bundle()
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-pages-'))
  const tone = join(folder, 'tone.wav')
  writeFileSync(tone, toneFile(hz))
  const browser: Browser = await chromium.launch({
    executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      // The page is handed in by the test, and so counts as coming from nowhere; the engines are on loopback.
      '--disable-features=LocalNetworkAccessChecks',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${tone}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
  return {
    async open(user, query) {
      const page = await (await browser.newContext()).newPage()
      page.on('console', (message) => console.log('console', message.text()))
      page.on('pageerror', (error) => console.log('page error', error.message))
      await page.route('**/*', (route) => {
        const path = new URL(route.request().url()).pathname
        if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script })
        if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE })
        return route.fulfill({ status: 404 })
      })
      await page.exposeFunction('credentialsFor', () => credentials(house, user))
      await page.goto(`${origin}/?${query}`)
      const isReady = page.waitForFunction(() => window.client?.line.now() === 'ready', undefined, {
        timeout: 15_000,
      })
      await isReady.catch(async (error: unknown) => {
        throw new Error(`no line: ${JSON.stringify(await page.evaluate(() => window.log))}`, { cause: error })
      })
      return page
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const PAGE = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>'

function credentials(house: CallHouse, user: string): object {
  const username = `${Math.floor(Date.now() / 1000) + 600}:${user}`
  const password = createHmac('sha1', house.secret).update(username).digest('base64')
  return {
    user,
    username,
    password,
    realm: domain,
    proxy: house.door.url,
    iceServers: [{ urls: house.engines.relayUrls, username, credential: password }],
  }
}

export async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome110',
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'page' },
    },
  })
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const script = output.find((one) => one.type === 'chunk')
  if (script?.type !== 'chunk') throw new Error('the page was not bundled')
  return script.code
}
