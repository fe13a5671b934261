import { createHmac } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import { deviceProcess } from '../../device-process.ts'
import type { CallHouse } from '../call-house.ts'
import { patience } from '../../patience.ts'
import { toneFile } from './tone.ts'

/** What a page must know to get a line. */
export interface CallDoor {
  readonly proxyUrl: string
  readonly relayUrls: readonly string[]
  readonly secret: string
  readonly domain: string
  readonly origin: string
  /** Asks the call server; without one they are made here. */
  readonly credentials?: (user: string) => Promise<object>
}

/** A Chromium with a fake camera and a tone as the microphone, whose pages hold the call client. */
export interface CallBrowser {
  /** A page of this user that is on the line; the query is read by page.ts. */
  open(user: string, query: string): Promise<Page>
  /** Where it holds its camera or microphone, to be stopped or ended. */
  device(kind: 'camera' | 'microphone'): number
  /** Ends all its processes at once, as a power cut does. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Opens the browser, inside a network namespace if one is named. */
export async function openCallBrowser(
  door: CallDoor,
  { hz, namespace }: { readonly hz: number; readonly namespace?: string },
): Promise<CallBrowser> {
  const script = await bundle()
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-pages-'))
  const tone = join(folder, 'tone.wav')
  writeFileSync(tone, toneFile(hz))
  const server = await chromium.launchServer({
    executablePath: chromiumIn(namespace, folder),
    args: [...callArguments, `--use-file-for-fake-audio-capture=${tone}`],
  })
  const browser = await chromium.connect(server.wsEndpoint())
  const forget = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  return {
    async open(user, query) {
      const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage()
      page.setDefaultTimeout(patience)
      if (process.env['CALLS_LOG']) page.on('console', (message) => console.log('console', message.text()))
      page.on('pageerror', (error) => console.log('page error', error.message))
      await page.route('**/*', (route) => {
        const path = new URL(route.request().url()).pathname
        if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script })
        if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE })
        return route.fulfill({ status: 404 })
      })
      await page.exposeFunction('credentialsFor', () =>
        door.credentials ? door.credentials(user) : credentials(door, user),
      )
      await page.goto(`${door.origin}/?${query}`)
      const isReady = page.waitForFunction(() => window.client?.line.now() === 'ready', undefined, {
        timeout: patience,
      })
      await isReady.catch(async (error: unknown) => {
        throw new Error(`no line: ${JSON.stringify(await page.evaluate(() => window.log))}`, { cause: error })
      })
      return page
    },
    device(kind) {
      const { pid } = server.process()
      if (pid === undefined) throw new Error('the browser has ended')
      return deviceProcess(pid, kind)
    },
    async kill() {
      await server.kill()
      forget()
    },
    async close() {
      await browser.close()
      await server.close()
      forget()
    },
  }
}

/** The switches with which Chromium makes calls in tests. */
export const callArguments = [
  '--no-sandbox',
  // The page is handed in by the test, and so counts as coming from nowhere; the engines are near.
  '--disable-features=LocalNetworkAccessChecks',
  // The engines' certificate is the test's own.
  '--ignore-certificate-errors',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
] as const

export const chromiumPath = process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium'

function chromiumIn(namespace: string | undefined, folder: string): string {
  if (namespace === undefined) return chromiumPath
  const file = join(folder, 'chromium')
  writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${namespace} ${chromiumPath} "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

/** The door of a house on loopback. */
export const doorOf = (house: CallHouse): CallDoor => ({
  proxyUrl: house.door.url,
  relayUrls: house.engines.relayUrls,
  secret: house.secret,
  domain: house.door.domain,
  origin: house.door.origin,
})

const PAGE = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>'

function credentials({ secret, domain, proxyUrl, relayUrls }: CallDoor, user: string): object {
  const username = `${Math.floor(Date.now() / 1000) + 600}:${user}`
  const password = createHmac('sha1', secret).update(username).digest('base64')
  return {
    user,
    username,
    password,
    realm: domain,
    proxy: proxyUrl,
    iceServers: [{ urls: relayUrls, username, credential: password }],
  }
}

let bundled: Promise<string> | undefined

/** The page with the call client, made once. */
export const bundle = (): Promise<string> => (bundled ??= makeBundle())

async function makeBundle(): Promise<string> {
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
