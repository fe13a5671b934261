import type { WebContents as ElectronWebContents, WindowOpenHandlerResponse } from 'electron'
import { app } from './app.ts'
import { preventable, record } from './events.ts'
import { chords, shortcutChanges } from './global-shortcut.ts'
import { watchHeartbeat } from './heartbeat.ts'
import { imageFrom } from './images.ts'
import { sendKey } from './input.ts'
import { Navigation } from './navigation.ts'
import { conforms, NotInStandIn, strict, StrictEmitter } from './not-in-stand-in.ts'
import { Page } from './page.ts'
import { listenToPages, receive } from './page-messages.ts'
import { printToPdf } from './printing.ts'
import { toApp, toPage } from './scheme.ts'
import { defaultSession, preloadFiles } from './session.ts'
import { nextId, state } from './state.ts'

type OpenHandler = (details: Electron.HandlerDetails) => WindowOpenHandlerResponse
interface Opened {
  page: Page
  navigation: Navigation
}

/** What a window tells its contents. */
export interface ContentsOptions {
  size: { width: number; height: number }
  preload: string | undefined
  extraArguments: readonly string[]
}

const all = new Map<number, WebContents>()

/** Electron's `WebContents`, over one page of Chromium. */
export class WebContents extends StrictEmitter {
  readonly id = nextId()
  readonly session = defaultSession as unknown as Electron.Session
  readonly navigationHistory = strict('navigationHistory', {
    canGoBack: () => false,
    canGoForward: () => false,
    clear: () => {},
  }) as unknown as Electron.NavigationHistory
  #opened: Promise<Opened>
  #page: Page | undefined
  #openHandler: OpenHandler | undefined
  #title = ''
  #loading = false
  #zoom = 1
  #size: { width: number; height: number }
  #audioMuted = false
  #destroyed = false
  #release: (() => void)[] = []

  constructor(options: ContentsOptions) {
    super()
    this.#size = options.size
    this.#opened = this.#open(options)
    this.#opened.catch((error: unknown) => {
      if (!state.exiting) console.error('[stand-in] window:', error)
    })
    all.set(this.id, this)
  }

  async #open({ size, preload, extraArguments }: ContentsOptions): Promise<Opened> {
    const keys = () => ({
      accelerators: chords(),
      watchesInput: this.listenerCount('before-input-event') > 0,
    })
    const preloads = [...preloadFiles(), ...(preload === undefined ? [] : [preload])]
    const page = await Page.open({ size, fixedSize: !state.onScreen, preloads, extraArguments, keys })
    this.#page = page
    const tellKeys = () => page.deliver({ kind: 'keys', ...keys() })
    shortcutChanges.on('change', tellKeys)
    this.on('newListener', (name) => name === 'before-input-event' && setImmediate(tellKeys))
    this.#release = [
      () => shortcutChanges.off('change', tellKeys),
      watchHeartbeat(page, (responsive) => this.emit(responsive ? 'responsive' : 'unresponsive')),
    ]
    page.on('message', (message, frame, answer) => void receive(this, message, frame, answer))
    page.on('crashed', (details: { reason: string; exitCode: number }) => {
      this.emit('render-process-gone', preventable({}), details)
      app.emit('render-process-gone', preventable({}), this, details)
    })
    this.#listen(page)
    return { page, navigation: new Navigation(this, page) }
  }

  #listen(page: Page): void {
    page.listen('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.#loading = true
      this.emit('did-start-loading')
      this.emit('did-navigate', preventable({}), toApp(frame.url), 200, 'OK')
    })
    page.listen('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.emit('did-navigate-in-page', preventable({}), toApp(url), page.frames.isMain(frameId))
    })
    page.listen('Page.domContentEventFired', () => {
      page.deliver({
        kind: 'keys',
        accelerators: chords(),
        watchesInput: this.listenerCount('before-input-event') > 0,
      })
      this.emit('dom-ready', preventable({}))
    })
    page.listen('Page.loadEventFired', () => {
      this.#loading = false
      this.emit('did-finish-load', preventable({}))
      this.emit('did-stop-loading')
    })
    page.listen('Page.lifecycleEvent', ({ name, frameId }) => {
      const painted = name === 'firstContentfulPaint' && page.frames.isMain(frameId)
      if (painted && page.frames.main.url !== 'about:blank') this.emit('stand-in-painted')
    })
    page.listen('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.opening(url, windowName, windowFeatures.join(','))
    })
    page.listen('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ')
      this.emit('console-message', preventable({ level: type, message, frame: page.frames.main }))
    })
  }

  /** Stand-in only: a page wants a new window. Nothing but a refusal is imitated. */
  opening(pageUrl: string, frameName: string, features: string): void {
    const url = toApp(pageUrl)
    const referrer = { url: '', policy: 'default' as const }
    const answer = this.#openHandler?.({ url, frameName, features, disposition: 'new-window', referrer })
    record('window.open', url, answer?.action ?? 'allow')
    if (answer?.action !== 'deny')
      console.error(`[stand-in] ${new NotInStandIn('window.open allowed').message}`)
  }

  get targetId(): string {
    return this.#page?.targetId ?? ''
  }
  pageUrl = (): string => toPage(this.getURL())
  pageOrigin = (): string => new URL(this.pageUrl()).origin
  async resize(size: { width: number; height: number }): Promise<void> {
    this.#size = { width: size.width, height: size.height }
    const { page } = await this.#opened
    if (!state.onScreen) await page.resize(this.#size, this.#zoom)
  }
  async whenOpen(): Promise<Page> {
    return (await this.#opened).page
  }
  #act(action: (opened: Opened) => Promise<unknown>): void {
    this.#opened.then(action).catch((error: unknown) => {
      if (!this.#destroyed && !state.exiting) console.error('[stand-in]', error)
    })
  }

  get mainFrame(): Electron.WebFrameMain {
    if (!this.#page) throw new NotInStandIn('webContents.mainFrame before the page is open')
    return this.#page.frames.main
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.#page?.deliver({ kind: 'event', channel, args })
  }
  loadURL = async (url: string): Promise<void> => (await this.#opened).navigation.load(url)
  reload = (): void => this.#act(({ navigation }) => navigation.reload(false))
  reloadIgnoringCache = (): void => this.#act(({ navigation }) => navigation.reload(true))
  stop = (): void => this.#act(({ page }) => page.send('Page.stopLoading'))
  getURL = (): string => this.#page?.frames.main.url ?? ''
  getTitle = (): string => this.#title
  isLoading = (): boolean => this.#loading
  isLoadingMainFrame = (): boolean => this.#loading
  isDestroyed = (): boolean => this.#destroyed
  isCrashed = (): boolean => this.#page?.crashed ?? false
  isFocused = (): boolean => !this.#destroyed
  getType = (): 'window' => 'window'
  getOSProcessId = (): number => this.#page?.processId ?? 0
  getProcessId = (): number => this.#page?.processId ?? 0

  // A stopped or busy renderer cannot be asked to crash itself, so it is killed, as Electron does.
  forcefullyCrashRenderer(): void {
    const pid = this.getOSProcessId()
    if (pid) process.kill(pid, 'SIGKILL')
  }
  sendInputEvent = (input: Parameters<ElectronWebContents['sendInputEvent']>[0]): void =>
    this.#act(async ({ page }) => sendKey(page, input))
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { page } = await this.#opened
    const answer = await page.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    const { exceptionDetails: failure, result } = answer
    if (failure) throw new Error(failure.exception?.description ?? failure.text)
    return result.value as unknown
  }
  async insertCSS(css: string): Promise<string> {
    const style = `Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} })`
    await this.executeJavaScript(`void document.head.append(${style})`)
    return ''
  }
  async capturePage(rectangle?: Electron.Rectangle): Promise<Electron.NativeImage> {
    const { page } = await this.#opened
    const options = rectangle ? { clip: { ...rectangle, scale: 1 } } : {}
    const { data } = await page.send('Page.captureScreenshot', options)
    return imageFrom(Buffer.from(data, 'base64'))
  }
  printToPDF = async (options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> =>
    (await printToPdf((await this.#opened).page, options ?? {})) as Buffer<ArrayBuffer>
  /** None: Chromium does not name its printers over its protocol. */
  getPrintersAsync = async (): Promise<Electron.PrinterInfo[]> => []
  print(
    options?: Electron.WebContentsPrintOptions,
    callback?: (done: boolean, reason: string) => void,
  ): void {
    record('webContents.print', options)
    setImmediate(() => callback?.(true, ''))
  }

  get zoomFactor(): number {
    return this.#zoom
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }
  getZoomFactor = (): number => this.#zoom
  setZoomFactor(factor: number): void {
    if (factor === this.#zoom) return
    this.#zoom = factor
    this.#act(({ page }) =>
      state.onScreen
        ? page.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor })
        : page.resize(this.#size, factor),
    )
  }
  getZoomLevel = (): number => Math.log(this.#zoom) / Math.log(1.2)
  setZoomLevel = (level: number): void => this.setZoomFactor(1.2 ** level)
  setVisualZoomLevelLimits = async (minimum: number, maximum: number): Promise<void> =>
    record('webContents.setVisualZoomLevelLimits', minimum, maximum)

  openDevTools = (options?: Electron.OpenDevToolsOptions): void => record('webContents.openDevTools', options)
  closeDevTools = (): void => record('webContents.closeDevTools')
  isDevToolsOpened = (): boolean => false
  setAudioMuted(muted: boolean): void {
    this.#audioMuted = muted
  }
  isAudioMuted = (): boolean => this.#audioMuted
  setBackgroundThrottling = (): void => {}
  getBackgroundThrottling = (): boolean => false
  setIgnoreMenuShortcuts = (): void => {}
  setUserAgent = (agent: string): void => record('webContents.setUserAgent', agent)
  focus = (): void => this.#act(({ page }) => page.send('Page.bringToFront'))
  close(): void {
    this.emit('stand-in-close')
  }

  /** Stand-in only: the window's title as Chromium tells it. */
  titled(title: string): boolean {
    const changed = title !== this.#title
    this.#title = title
    return changed
  }
  /** Stand-in only: the window has gone. */
  gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    for (const release of this.#release) release()
    this.#page?.forget()
    this.emit('destroyed')
  }
}

type OwnWords = 'targetId' | 'pageUrl' | 'pageOrigin' | 'resize' | 'whenOpen' | 'opening' | 'titled' | 'gone'
type Offered = Omit<WebContents, OwnWords>
void ((contents: WebContents) => conforms<ElectronWebContents>()(contents as Offered))

/** The web contents of a target of Chromium. */
export const contentsOf = (targetId: string): WebContents | undefined =>
  [...all.values()].find((contents) => contents.targetId === targetId)

void listenToPages(contentsOf)

/** Electron's static side of `webContents`. */
export const webContents = strict('webContents', {
  getAllWebContents: () => [...all.values()],
  getFocusedWebContents: () => [...all.values()].at(-1) ?? null,
  fromId: (id: number) => all.get(id),
  fromDevToolsTargetId: contentsOf,
  fromFrame: (frame: Electron.WebFrameMain) =>
    [...all.values()].find((contents) => contents.mainFrame === frame.top),
})
