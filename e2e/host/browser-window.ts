import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { app, lastWindowClosed } from './app.ts'
import { preventable, record } from './events.ts'
import { conforms, StrictEmitter } from './not-in-stand-in.ts'
import { screenAt } from './screens.ts'
import { chromiumReady, nextId, state, type OpenWindow } from './state.ts'
import { contentsOf, WebContents } from './web-contents.ts'

const windows = new Map<number, BrowserWindow>()
let focused: BrowserWindow | null = null

function boundsFor(options: BrowserWindowConstructorOptions): Rectangle {
  const place = { x: options.x ?? 0, y: options.y ?? 0 }
  const covers = Boolean(options.kiosk ?? options.fullscreen)
  const screen = state.screens[screenAt(state.screens, place)]
  if (covers && screen) return { ...screen }
  return { ...place, width: options.width ?? 800, height: options.height ?? 600 }
}

/** Electron's `BrowserWindow`: one window of Chromium. What only a window manager can do is recorded. */
export class BrowserWindow extends StrictEmitter implements OpenWindow {
  static getAllWindows = (): BrowserWindow[] => [...windows.values()]
  static getFocusedWindow = (): BrowserWindow | null => focused
  static fromId = (id: number): BrowserWindow | null => windows.get(id) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null

  readonly id = nextId()
  readonly webContents: WebContents
  #parent: BrowserWindow | null
  #modal: boolean
  #bounds: Rectangle
  #normal: Rectangle
  #kiosk: boolean
  #fullScreen: boolean
  #visible: boolean
  #minimized = false
  #onTop: boolean
  #closable = true
  #closed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#parent = (options.parent as unknown as BrowserWindow | undefined) ?? null
    this.#modal = options.modal ?? false
    this.#kiosk = options.kiosk ?? false
    this.#fullScreen = this.#kiosk || (options.fullscreen ?? false)
    this.#visible = options.show ?? true
    this.#onTop = options.alwaysOnTop ?? false
    this.#bounds = boundsFor(options)
    this.#normal = { ...this.#bounds }
    windows.set(this.id, this)
    state.windows.set(this.id, this)
    this.webContents = new WebContents({
      size: this.#bounds,
      preload: options.webPreferences?.preload,
      extraArguments: options.webPreferences?.additionalArguments ?? [],
    })
    this.#listen()
    this.#parent?.once('closed', () => this.destroy())
    if (this.#fullScreen) this.#state('fullscreen')
    if (this.#visible) this.#focus()
    app.emit('browser-window-created', preventable({}), this)
    app.emit('web-contents-created', preventable({}), this.webContents)
  }

  #listen(): void {
    const contents = this.webContents
    contents.once('stand-in-painted', () => this.emit('ready-to-show'))
    contents.on('stand-in-close', () => this.close())
    contents.on('unresponsive', () => this.emit('unresponsive'))
    contents.on('responsive', () => this.emit('responsive'))
  }

  get targetId(): string {
    return this.webContents.targetId
  }
  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(app.getAppPath(), file))
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value)
    if (options.hash) url.hash = options.hash
    return this.loadURL(url.href)
  }
  reload = (): void => this.webContents.reload()

  /** Closes the window unless a `close` listener prevents it; that stops quitting too. */
  close(): void {
    if (this.#closed) return
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) state.quitting = false
    else this.destroy()
  }
  destroy(): void {
    if (this.#closed) return
    const { targetId } = this
    this.gone()
    void this.#closeTarget(targetId)
  }
  async #closeTarget(known: string): Promise<void> {
    const cdp = await chromiumReady
    const targetId = known || (await this.webContents.whenOpen()).targetId
    await cdp.send('Target.closeTarget', { targetId }).catch(() => {})
  }
  /** Stand-in only: the window is no more, whoever closed it. */
  gone(): void {
    if (this.#closed) return
    this.#closed = true
    windows.delete(this.id)
    state.windows.delete(this.id)
    if (focused === this) focused = this.#parent ?? [...windows.values()].at(-1) ?? null
    this.webContents.gone()
    this.emit('closed')
    if (windows.size === 0 && !state.exiting) lastWindowClosed()
  }
  isDestroyed = (): boolean => this.#closed

  #state(windowState: 'fullscreen' | 'maximized' | 'minimized' | 'normal'): void {
    if (state.onScreen) void this.#changeState(windowState)
  }
  async #changeState(windowState: 'fullscreen' | 'maximized' | 'minimized' | 'normal'): Promise<void> {
    const [cdp, { targetId }] = [await chromiumReady, await this.webContents.whenOpen()]
    const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId })
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } }).catch(() => {})
  }
  #focus(): void {
    const before = focused
    // oxlint-disable-next-line typescript/no-this-alias -- the focus is on this very window
    focused = this
    if (before === this) return
    before?.emit('blur')
    this.emit('focus')
    app.emit('browser-window-focus', preventable({}), this)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    const was = this.#visible
    this.#visible = true
    this.#minimized = false
    if (!was) this.emit('show')
  }
  hide(): void {
    this.#visible = false
    this.emit('hide')
  }
  isVisible = (): boolean => this.#visible
  focus(): void {
    this.#focus()
    this.webContents.focus()
  }
  blur(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur')
  }
  isFocused = (): boolean => focused === this
  isModal = (): boolean => this.#modal
  getParentWindow = (): ElectronBrowserWindow | null =>
    this.#parent as unknown as ElectronBrowserWindow | null
  getChildWindows = (): ElectronBrowserWindow[] =>
    [...windows.values()].filter((window) => window.#parent === this) as unknown as ElectronBrowserWindow[]
  moveTop = (): void => this.webContents.focus()

  isKiosk = (): boolean => this.#kiosk
  setKiosk(kiosk: boolean): void {
    this.#kiosk = kiosk
    this.setFullScreen(kiosk)
  }
  isFullScreen = (): boolean => this.#fullScreen
  setFullScreen(full: boolean): void {
    if (full === this.#fullScreen) return
    this.#fullScreen = full
    const screen = state.screens[screenAt(state.screens, this.#bounds)]
    if (full) this.#normal = { ...this.#bounds }
    this.setBounds(full && screen ? screen : this.#normal)
    this.#state(full ? 'fullscreen' : 'normal')
    this.emit(full ? 'enter-full-screen' : 'leave-full-screen')
  }
  minimize(): void {
    this.#minimized = true
    this.#state('minimized')
    this.emit('minimize')
  }
  restore(): void {
    this.#minimized = false
    this.#state(this.#fullScreen ? 'fullscreen' : 'normal')
    this.emit('restore')
  }
  isMinimized = (): boolean => this.#minimized
  maximize = (): void => this.#state('maximized')
  isMaximized = (): boolean => false

  getBounds = (): Rectangle => ({ ...this.#bounds })
  getContentBounds = (): Rectangle => ({ ...this.#bounds })
  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds)
    void this.webContents.resize(this.#bounds)
    this.emit('resize')
    this.emit('move')
  }
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height]
  getContentSize = (): number[] => this.getSize()
  setSize = (width: number, height: number): void => this.setBounds({ width, height })
  getPosition = (): number[] => [this.#bounds.x, this.#bounds.y]
  setPosition = (x: number, y: number): void => this.setBounds({ x, y })

  getTitle = (): string => this.webContents.getTitle()
  setTitle = (title: string): void => void this.webContents.titled(title)
  isAlwaysOnTop = (): boolean => this.#onTop
  setAlwaysOnTop(onTop: boolean, level?: string): void {
    this.#onTop = onTop
    record('window.setAlwaysOnTop', onTop, level)
  }
  isClosable = (): boolean => this.#closable
  setClosable(closable: boolean): void {
    this.#closable = closable
  }
  capturePage = (rectangle?: Rectangle): Promise<Electron.NativeImage> =>
    this.webContents.capturePage(rectangle)
  setContentProtection = (on: boolean): void => record('window.setContentProtection', on)
  setVisibleOnAllWorkspaces = (on: boolean): void => record('window.setVisibleOnAllWorkspaces', on)
  setSkipTaskbar = (skip: boolean): void => record('window.setSkipTaskbar', skip)
  setIcon = (): void => {}
  setMenu = (): void => {}
  removeMenu = (): void => {}
  setMenuBarVisibility = (): void => {}
  setAutoHideMenuBar = (): void => {}
  setBackgroundColor = (): void => {}
  setMinimizable = (): void => {}
  setMaximizable = (): void => {}
  setFullScreenable = (): void => {}
  setResizable = (): void => {}
  setMovable = (): void => {}
  setFocusable = (): void => {}
  flashFrame = (): void => {}
}

type Offered = Omit<BrowserWindow, 'targetId' | 'gone' | 'webContents'>
void ((window: BrowserWindow) => conforms<ElectronBrowserWindow>()(window as Offered))

const windowOf = (targetId: string): BrowserWindow | null | undefined => {
  const contents = contentsOf(targetId)
  return contents && BrowserWindow.fromWebContents(contents)
}

async function watchTargets(): Promise<void> {
  const cdp = await chromiumReady
  cdp.on('Target.targetDestroyed', ({ targetId }) => windowOf(targetId)?.gone())
  cdp.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title } }) => {
    const window = windowOf(targetId)
    if (window?.webContents.titled(title)) window.emit('page-title-updated', preventable({}), title, true)
  })
}
void watchTargets()
