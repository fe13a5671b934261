import type { EventEmitter } from 'node:events'
import type { CdpEvents } from './cdp.ts'
import { preventable } from './events.ts'
import type { Page } from './page.ts'
import { toApp, toPage } from './scheme.ts'

type Paused = CdpEvents['Fetch.requestPaused']

/** Asks the app before each navigation and loads addresses for it. */
export class Navigation {
  // What the app itself asked to load raises no question, as in Electron.
  #ownLoads = new Set<string>()
  #contents: EventEmitter
  #page: Page

  constructor(contents: EventEmitter, page: Page) {
    this.#contents = contents
    this.#page = page
    page.listen('Fetch.requestPaused', (paused) => this.#decide(paused))
    page.listen('Page.frameRequestedNavigation', ({ url, frameId, disposition }) => {
      // The network never sees these; Chromium drops them by itself, Electron asks first.
      if (disposition === 'currentTab' && !/^(https?|about|data|blob):/.test(url)) this.#ask(url, frameId)
    })
  }

  #ask(url: string, frameId: string): boolean {
    const frame = this.#page.frames.of(frameId)
    const isMainFrame = this.#page.frames.isMain(frameId)
    const fields = { url: toApp(url), isMainFrame, isSameDocument: false, frame, initiator: frame }
    const event = preventable(fields)
    this.#contents.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented)
      this.#contents.emit('will-navigate', event, event.url, false, true)
    return !event.defaultPrevented
  }

  #decide({ requestId, request, frameId, redirectedRequestId }: Paused): void {
    let allowed = true
    if (redirectedRequestId !== undefined) {
      const isMainFrame = this.#page.frames.isMain(frameId)
      const fields = { url: toApp(request.url), isMainFrame, isSameDocument: false }
      const event = preventable(fields)
      this.#contents.emit('will-redirect', event, event.url, false, isMainFrame)
      allowed = !event.defaultPrevented
    } else if (!this.#ownLoads.delete(request.url)) allowed = this.#ask(request.url, frameId)
    const answer = allowed
      ? this.#page.send('Fetch.continueRequest', { requestId })
      : this.#page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    answer.catch(() => {})
  }

  /** Loads an address; resolves when it has loaded, rejects with Electron's error when it cannot. */
  async load(url: string): Promise<void> {
    const target = new URL(toPage(url)).href
    this.#ownLoads.add(target)
    const loaded = new Promise<void>(
      (resolve) => void this.#contents.once('did-finish-load', () => resolve()),
    )
    const { errorText } = await this.#page.send('Page.navigate', { url: target })
    if (errorText) {
      this.#ownLoads.delete(target)
      const code = errorText.replace('net::', '')
      this.#contents.emit('did-fail-load', preventable({}), -2, code, url, true)
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
    }
    await loaded
  }

  /** Loads the page again, as the app asked. */
  async reload(ignoreCache: boolean): Promise<void> {
    const { url } = this.#page.frames.main
    this.#ownLoads.add(new URL(toPage(url)).href)
    // A crashed page has nothing to reload; going there again brings the renderer back.
    if (this.#page.crashed) await this.load(url)
    else await this.#page.send('Page.reload', { ignoreCache })
  }
}
