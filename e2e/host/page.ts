import { EventEmitter } from 'node:events'
import type { Cdp, CdpEvents } from './cdp.ts'
import { openTarget, rendererProcesses } from './chromium.ts'
import { makeCodec } from './codec.ts'
import { Frames } from './frames.ts'
import { isolatedWorldName, isolatedWorldScript, mainWorldScript } from './page-scripts.ts'
import { chromiumReady } from './state.ts'

/** How a window's page is to be opened. */
export interface PageOptions {
  size: { width: number; height: number }
  /** Headless Chromium keeps room for a tool bar that Electron has not: the page's size is then set by force. */
  fixedSize: boolean
  preloads: readonly string[]
  extraArguments: readonly string[]
  keys: () => { accelerators: string[]; watchesInput: boolean }
}

const codec = makeCodec()
const claimed = new Map<number, Page>()

/**
 * One page of Chromium with its two worlds. Events: `message` (content, frame, answer) from the preload's world, `crashed`.
 */
export class Page extends EventEmitter {
  readonly targetId: string
  readonly frames: Frames
  /** The renderer's process id; 0 while unknown or gone. */
  processId = 0
  crashed = false
  #cdp: Cdp
  #session: string
  #worlds = new Map<number, string>()

  private constructor(cdp: Cdp, targetId: string, session: string) {
    super()
    this.#cdp = cdp
    this.targetId = targetId
    this.#session = session
    this.frames = new Frames(targetId)
  }

  static async open(options: PageOptions): Promise<Page> {
    const cdp = await chromiumReady
    const targetId = await openTarget(options.size)
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
    const page = new Page(cdp, targetId, sessionId)
    page.#listen()
    await page.#prepare(options)
    return page
  }

  send: Cdp['send'] = (method, params) => this.#cdp.send(method, params, this.#session)

  listen<Name extends keyof CdpEvents>(name: Name, listener: (event: CdpEvents[Name]) => void): void {
    this.#cdp.on(name, listener, this.#session)
  }

  #listen(): void {
    this.listen('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string }
      if (context.name === isolatedWorldName && frameId) this.#worlds.set(context.id, frameId)
    })
    this.listen('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
    })
    this.listen('Runtime.executionContextsCleared', () => this.#worlds.clear())
    this.listen('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== 'standInPost') return
      const frame = this.frames.of(this.#worlds.get(executionContextId) ?? this.targetId)
      const answer = (content: object) => this.#deliverTo(executionContextId, codec.encode(content))
      this.emit('message', codec.decode(payload), frame, answer)
    })
    this.listen('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.frames.attached(frameId, parentFrameId),
    )
    this.listen('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.frames.detached(frameId)
    })
    this.listen('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) this.frames.attached(frame.id, frame.parentId)
      this.frames.moved(frame.id, frame.url, frame.name)
      if (this.frames.isMain(frame.id)) void this.#findProcess()
    })
    this.listen('Page.navigatedWithinDocument', ({ frameId, url }) => this.frames.moved(frameId, url))
    this.#cdp.on('Target.targetCrashed', ({ targetId, status, errorCode }) => {
      if (targetId !== this.targetId) return
      this.crashed = true
      claimed.delete(this.processId)
      this.processId = 0
      this.emit('crashed', { reason: status === 'killed' ? 'killed' : 'crashed', exitCode: errorCode })
    })
  }

  async #prepare({ size, fixedSize, preloads, extraArguments, keys }: PageOptions): Promise<void> {
    const isolated = isolatedWorldScript(this.targetId, preloads, extraArguments, keys())
    await Promise.all([
      this.send('Page.enable'),
      this.send('Runtime.enable'),
      this.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.send('Runtime.addBinding', { name: 'standInPost', executionContextName: isolatedWorldName }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: isolatedWorldName }),
      this.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
      fixedSize ? this.resize(size) : undefined,
    ])
  }

  // The protocol does not say which process a page lives in: it is the newest renderer that no other page has claimed.
  async #findProcess(): Promise<void> {
    const processes = await rendererProcesses().catch(() => [])
    const free = processes.filter((id) => (claimed.get(id) ?? this) === this)
    claimed.delete(this.processId)
    this.processId = free.at(-1) ?? 0
    this.crashed = false
    if (this.processId) claimed.set(this.processId, this)
    this.emit('process')
  }

  /** `zoom` is the page's zoom factor: a page at 0.8 has a quarter more px, and each is 0.8 of the window's. */
  async resize({ width, height }: { width: number; height: number }, zoom = 1): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', {
      width: Math.floor(width / zoom + 0.01),
      height: Math.floor(height / zoom + 0.01),
      deviceScaleFactor: zoom === 1 ? 0 : zoom,
      mobile: false,
    })
  }

  #deliverTo(executionContextId: number, text: string): void {
    const functionDeclaration = 'function (text) { globalThis.standInDeliver?.(text) }'
    const call = { functionDeclaration, executionContextId, arguments: [{ value: text }] }
    this.send('Runtime.callFunctionOn', call).catch(() => {})
  }

  /** Hands a message to the preload's world of the main frame. Throws for what cannot be cloned. */
  deliver(content: object): void {
    const text = codec.encode(content)
    const [context] = [...this.#worlds].findLast(([, frame]) => frame === this.targetId) ?? []
    if (context !== undefined) this.#deliverTo(context, text)
  }

  /** Gives up the process of a page that has closed. */
  forget(): void {
    claimed.delete(this.processId)
  }
}
