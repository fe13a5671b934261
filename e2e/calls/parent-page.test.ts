import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Invitation } from '#contract/wire.ts'
import { freePorts } from '../../main/call-server/engines/ports.ts'
import { startLocalEngines, type Engines } from '../../main/call-server/engines/start.ts'
import {
  aChild,
  aContact,
  childNamed,
  contactNamed,
  startBench,
  type Bench,
  type RoomBench,
} from '../../main/call-server/test-bench.ts'
import { bundle } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'

const built = join(import.meta.dirname, '../../out/parent')
const why = existsSync(join(built, 'index.html')) ? whyNoEngines() : 'the page is not built'

const button = (page: Page, name: string) => page.getByRole('button', { name })
const title = (page: Page, name: string) => page.getByRole('heading', { name })

describe.skipIf(why !== '')('a parent with a link', () => {
  let folder: string
  let engines: Engines
  let bench: Bench
  let room: RoomBench
  let browser: Browser
  let url: string

  const invite = async (): Promise<string> =>
    ((await room.ask('POST', '/api/seat/invitations', { contact: contactNamed(1) })).json as Invitation).link
  const open = async (link: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    page.on('pageerror', (error) => console.log('page error', error.message))
    await page.goto(link)
    return page
  }

  /** The kiosk's end of the client, served at an origin of the room's. */
  const openChild = async (): Promise<Page> => {
    const page = await (await browser.newContext()).newPage()
    const script = await bundle()
    await page.route(`${url}/kiosk/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({
            contentType: 'text/html',
            body: '<body><script type="module" src="/kiosk/page.js"></script>',
          }),
    )
    await page.exposeFunction(
      'credentialsFor',
      async () => (await room.ask('POST', '/api/seat/credentials', { child: childNamed(1) })).json as unknown,
    )
    await page.goto(`${url}/kiosk/?role=kiosk`)
    await page.waitForFunction(() => window.client?.line.now() === 'ready')
    return page
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'happy-home-parent-'))
    const [port, enginePort] = await freePorts(2)
    url = `http://localhost:${port}`
    const secretFile = join(folder, 'credentials')
    const callServer = `http://127.0.0.1:${enginePort}`
    const started = await startLocalEngines(
      { state: join(folder, 'engines'), callServer, origins: [url], secretFile },
      () => undefined,
    )
    if (!started.ok) throw new Error(started.error)
    engines = started.value
    bench = await startBench({
      public: { url, host: 'localhost', port, tls: null },
      engine: { port: enginePort },
      sip: { proxy: engines.proxyUrl, rpc: engines.rpcUrl },
      relay: { urls: engines.relayUrls },
      secrets: { credentials: secretFile, messages: join(folder, 'messages') },
      page: built,
    })
    room = await bench.room()
    await room.publish({ children: [aChild(1)], contacts: [aContact(1, 1)] })
    browser = await chromium.launch({
      executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--disable-features=LocalNetworkAccessChecks',
      ],
    })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await bench?.end()
    await engines?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens it once, is there from then on, sees the child, leaves words', async () => {
    const link = await invite()
    const mother = await open(link)
    // A look spends nothing: only the tap does.
    await title(mother, '有人想见您').waitFor()
    await button(mother, '打开我的页面').click()
    await title(mother, '孩子1会来找您').waitFor()
    expect(mother.url()).toBe(`${url}/`)

    const stranger = await open(link)
    await title(stranger, '这个链接已经用过了').waitFor()

    await mother.reload()
    await title(mother, '孩子1会来找您').waitFor()
    await mother.getByText('网络不错').waitFor()

    const child = await openChild()
    await child.evaluate((to) => void window.client.dial(to, { picture: true }), contactNamed(1))
    await title(mother, '孩子1来电话了').waitFor()
    await button(mother, '点一下，见孩子1').click()
    await child.waitForFunction(() => window.states.includes('talking:video'), undefined, { timeout: 20_000 })
    await mother.waitForFunction(
      () =>
        (document.querySelector<HTMLVideoElement>('video.remote')?.getVideoPlaybackQuality()
          .totalVideoFrames ?? 0) > 10,
    )
    await mother.screenshot({ path: join(process.env['PARENT_SHOTS'] ?? folder, 'call.png') })
    await button(mother, '再见').click()
    await title(mother, '下次见').waitFor()
    await child.waitForFunction(() => window.states.includes('over:hung-up:them'))

    await button(mother, '再给孩子1留句话').click()
    await button(mother, '录一段话').click()
    await mother.getByText('正在录，1 秒').waitFor()
    await button(mother, '说好了').click()
    await button(mother, '发给孩子1').click()
    await title(mother, '留好了').waitFor()
    const left = (await room.ask('GET', '/api/seat/messages')).json as { messages: { kind: string }[] }
    expect(left.messages.map(({ kind }) => kind)).toEqual(['voice'])

    const devices = (await room.ask('GET', '/api/seat/devices')).json as { devices: { id: string }[] }
    await room.ask('DELETE', `/api/seat/devices/${devices.devices[0]!.id}`)
    await title(mother, '这一页停用了').waitFor()
  }, 120_000)
})
