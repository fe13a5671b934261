import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import type { Invitation } from '#contract/wire.ts'
import { patience } from '../patience.ts'
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
import { callArguments, chromiumPath, openCallBrowser, type CallBrowser } from './client/pages.ts'

/** Everything on loopback: the engines, the call server with a room in it, the parent's own page, and the kiosk's end of the client. */
export interface WholeHouse {
  readonly engines: Engines
  readonly bench: Bench
  readonly room: RoomBench
  readonly url: string
  readonly folder: string
  readonly trunkPort: number
  /** A link for the mother. */
  invite(): Promise<string>
  /** A phone of a parent, with nothing stored in it, at this link. */
  phoneAt(link: string): Promise<Page>
  /** The browser of a seat; 440 Hz is said there. */
  seat(): Promise<CallBrowser>
  close(): Promise<void>
}

/** The child of the house, its mother, and her telephone. */
export const family = { child: childNamed(1), mother: contactNamed(1), number: '+8613800001111' } as const

export const button = (page: Page, name: string) => page.getByRole('button', { name })
export const title = (page: Page, name: string) => page.getByRole('heading', { name })

/** Opens the page of a link for good: this phone is the mother's from then on. */
export async function pairAt(page: Page): Promise<void> {
  await button(page, '打开我的页面').click()
  await title(page, '孩子1会来找您').waitFor()
  await page.getByText('网络不错').waitFor()
}

export async function openWholeHouse(): Promise<WholeHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-house-'))
  const page = join(folder, 'parent')
  await build({
    configFile: join(import.meta.dirname, '../../renderer/parent/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: page },
  })
  const [port = 0, enginePort = 0, trunkPort = 0] = await freePorts(3)
  const url = `http://localhost:${port}`
  const secretFile = join(folder, 'credentials')
  const callServer = `http://127.0.0.1:${enginePort}`
  const started = await startLocalEngines(
    { state: join(folder, 'engines'), callServer, origins: [url], secretFile, trunkPort },
    () => undefined,
  )
  if (!started.ok) throw new Error(started.error)
  const engines = started.value
  const bench = await startBench({
    public: { url, host: 'localhost', port, tls: null },
    engine: { port: enginePort },
    sip: { proxy: engines.proxyUrl, rpc: engines.rpcUrl },
    relay: { urls: engines.relayUrls },
    secrets: { credentials: secretFile, messages: join(folder, 'messages') },
    page,
  })
  const room = await bench.room()
  await room.publish({ children: [aChild(1)], contacts: [aContact(1, 1, { phones: [family.number] })] })
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: [...callArguments] })
  const door = {
    proxyUrl: engines.proxyUrl,
    relayUrls: engines.relayUrls,
    secret: readFileSync(secretFile, 'utf8').trim(),
    domain: bench.settings.sip.domain,
    origin: url,
    credentials: async (child: string) =>
      (await room.ask('POST', '/api/seat/credentials', { child })).json as object,
  }
  return {
    engines,
    bench,
    room,
    url,
    folder,
    trunkPort,
    async invite() {
      const asked = await room.ask('POST', '/api/seat/invitations', { contact: family.mother })
      return (asked.json as Invitation).link
    },
    async phoneAt(link) {
      const opened = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
      opened.setDefaultTimeout(patience)
      opened.on('pageerror', (error) => console.log('page error', error.message))
      await opened.goto(link)
      return opened
    },
    seat: () => openCallBrowser(door, { hz: 440 }),
    async close() {
      await browser.close()
      await bench.end()
      await engines.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
