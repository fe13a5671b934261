import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues

/** The events of a page or browser that the stand-in listens to. */
export interface CdpEvents {
  'Browser.downloadWillBegin': Protocol.Browser.downloadWillBeginPayload
  'Fetch.requestPaused': Protocol.Fetch.requestPausedPayload
  'Page.domContentEventFired': Protocol.Page.domContentEventFiredPayload
  'Page.frameAttached': Protocol.Page.frameAttachedPayload
  'Page.frameDetached': Protocol.Page.frameDetachedPayload
  'Page.frameNavigated': Protocol.Page.frameNavigatedPayload
  'Page.frameRequestedNavigation': Protocol.Page.frameRequestedNavigationPayload
  'Page.lifecycleEvent': Protocol.Page.lifecycleEventPayload
  'Page.loadEventFired': Protocol.Page.loadEventFiredPayload
  'Page.navigatedWithinDocument': Protocol.Page.navigatedWithinDocumentPayload
  'Page.windowOpen': Protocol.Page.windowOpenPayload
  'Runtime.bindingCalled': Protocol.Runtime.bindingCalledPayload
  'Runtime.consoleAPICalled': Protocol.Runtime.consoleAPICalledPayload
  'Runtime.executionContextCreated': Protocol.Runtime.executionContextCreatedPayload
  'Runtime.executionContextDestroyed': Protocol.Runtime.executionContextDestroyedPayload
  'Runtime.executionContextsCleared': Protocol.Runtime.executionContextsClearedPayload
  'Target.targetCrashed': Protocol.Target.targetCrashedPayload
  'Target.targetCreated': Protocol.Target.targetCreatedPayload
  'Target.targetDestroyed': Protocol.Target.targetDestroyedPayload
  'Target.targetInfoChanged': Protocol.Target.targetInfoChangedPayload
}

interface Answer {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}
interface Waiting {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** Chromium's DevTools protocol over its pipe: JSON texts, each ended by a NUL. Chromium ends when the pipe closes. */
export class Cdp {
  #lastId = 0
  #waiting = new Map<number, Waiting>()
  #events = new EventEmitter()
  #toChromium: Writable
  #closed = false

  constructor(toChromium: Writable, fromChromium: Readable) {
    this.#toChromium = toChromium
    this.#events.setMaxListeners(0)
    let pieces: Buffer[] = []
    fromChromium.on('data', (chunk: Buffer) => {
      let from = 0
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
        pieces.push(chunk.subarray(from, end))
        this.#receive(JSON.parse(Buffer.concat(pieces).toString()) as Answer)
        pieces = []
        from = end + 1
      }
      pieces.push(chunk.subarray(from))
    })
    for (const stream of [toChromium, fromChromium]) {
      stream.on('error', () => this.#close())
      stream.on('close', () => this.#close())
    }
  }

  #receive(answer: Answer): void {
    if (answer.id === undefined) {
      this.#events.emit(`${answer.sessionId ?? ''} ${answer.method}`, answer.params)
      return
    }
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.error) waiting?.reject(new Error(`${waiting.method}: ${answer.error.message}`))
    else waiting?.resolve(answer.result)
  }

  #close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has closed`))
    this.#waiting.clear()
  }

  /** Sends a command to the browser, or to the page of a session. Rejects with Chromium's words, or when it has closed. */
  send<Method extends keyof Commands & keyof Results>(
    method: Method,
    params?: Commands[Method],
    sessionId?: string,
  ): Promise<Results[Method]> {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium has closed`))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, reject, resolve: resolve as (result: unknown) => void })
      this.#toChromium.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    })
  }

  /** Listens to an event of the browser, or of the page of a session. */
  on<Name extends keyof CdpEvents>(
    name: Name,
    listener: (event: CdpEvents[Name]) => void,
    sessionId = '',
  ): void {
    this.#events.on(`${sessionId} ${name}`, listener)
  }
}
