/* oxlint-disable unicorn/consistent-function-scoping -- a page gets the function alone, as source text */
// The preload's world: `ipcRenderer`, `contextBridge` and the little else that a sandboxed preload gets.
// Runs inside the page as source text: no imports, no outer names.

import type { Codec } from './codec.ts'
import type { Link } from './link.ts'

/** What main tells a page's isolated world when it starts. */
export interface WorldSettings {
  /** The path under which the host answers this page's synchronous questions. */
  hostPath: string
  accelerators: string[]
  watchesInput: boolean
  process: Record<string, unknown>
}

type Listener = ((...args: unknown[]) => void) & { wrapped?: Listener }
type Preload = (require: (name: string) => unknown, process: object, module: object, exports: object) => void
type Delivery =
  | { kind: 'reply'; id: number; done: boolean; value: unknown }
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'keys'; accelerators: string[]; watchesInput: boolean }
type World = Record<string, unknown>

export function isolatedWorld(link: Link, codec: Codec, settings: WorldSettings, preloads: Preload[]): void {
  const world = globalThis as unknown as World
  const post = world['standInPost'] as (text: string) => void
  delete world['standInPost']

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let nextId = 1
  const tell = (message: object) => post(codec.encode(message))
  const ask = (message: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++
      tell({ ...message, id })
      waiting.set(id, { resolve, reject })
    })
  const askNow = (question: string, content: unknown): unknown => {
    const request = new XMLHttpRequest()
    request.open('POST', `${location.origin}${settings.hostPath}${question}`, false)
    request.send(codec.encode(content))
    return codec.decode(request.responseText)
  }

  const listeners = new Map<string, Listener[]>()
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => ask({ kind: 'invoke', channel, args }),
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    sendSync: (channel: string, ...args: unknown[]) => askNow('sync', { channel, args }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const wrapper: Listener = (...args) => {
        ipcRenderer.off(channel, wrapper)
        listener(...args)
      }
      wrapper.wrapped = listener
      return ipcRenderer.on(channel, wrapper)
    },
    off(channel: string, listener: Listener) {
      const kept = [...(listeners.get(channel) ?? [])]
      const at = kept.findLastIndex((known) => known === listener || known.wrapped === listener)
      if (at >= 0) kept.splice(at, 1)
      listeners.set(channel, kept)
      return ipcRenderer
    },
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  }

  const settle = ({ id, done, value }: Delivery & { kind: 'reply' }) => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (done) promise?.resolve(value)
    else promise?.reject(value)
  }
  const publish = ({ channel, args }: Delivery & { kind: 'event' }) => {
    for (const listener of listeners.get(channel) ?? []) {
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...args)
      } catch (error) {
        reportError(error)
      }
    }
  }
  world['standInDeliver'] = (text: string) => {
    const delivery = codec.decode(text) as Delivery
    if (delivery.kind === 'reply') settle(delivery)
    else if (delivery.kind === 'event') publish(delivery)
    else Object.assign(settings, delivery)
  }

  const stop = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const describe = (event: KeyboardEvent) => ({
    type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
    key: event.key,
    code: event.code,
    isAutoRepeat: event.repeat,
    isComposing: event.isComposing,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    location: event.location,
    modifiers: [],
  })
  const chord = (event: KeyboardEvent) => {
    const held = [
      event.ctrlKey && 'ctrl',
      event.altKey && 'alt',
      event.shiftKey && 'shift',
      event.metaKey && 'meta',
    ]
    return [...held.filter(Boolean), event.key.toLowerCase()].join('+')
  }
  // Electron without a menu has none of the browser's own shortcuts; Chromium keeps its own, so they are stopped here.
  const browserOwn = [
    /^f([1-9]|1[0-2])$/,
    /^ctrl\+(shift\+)?([bdeghijklmnopqrstuw+=0-9-]|tab|delete|pageup|pagedown|f4|f5)$/,
    /^alt\+(arrowleft|arrowright|home|d|e|f)$/,
  ]
  const onKey = (event: KeyboardEvent) => {
    if (settings.watchesInput && askNow('input', describe(event)) === true) return stop(event)
    if (event.type !== 'keydown') return undefined
    const keys = chord(event)
    if (settings.accelerators.includes(keys)) {
      stop(event)
      tell({ kind: 'shortcut', keys })
    } else if (browserOwn.some((pattern) => pattern.test(keys))) event.preventDefault()
    return undefined
  }
  addEventListener('keydown', onKey, true)
  addEventListener('keyup', onKey, true)

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      let error: unknown
      link.on('exposed', (message) => {
        error = message['error']
      })
      link.send('expose', { key, api: link.pack(api) })
      if (typeof error === 'string') throw new Error(error)
    },
  }
  const askPermission = (permission: string, details: object) =>
    ask({ kind: 'permission', permission, details })
  const checkPermission = (permission: string) => ask({ kind: 'check', permission })
  link.send('permissions', { ask: link.pack(askPermission), check: link.pack(checkPermission) })
  link.send('opener', { url: `${location.origin}${settings.hostPath}open` })

  const webFrame = {
    setZoomFactor: (factor: number) => tell({ kind: 'zoom', factor }),
    setVisualZoomLevelLimits() {},
  }
  const electron = { contextBridge, ipcRenderer, webFrame, webUtils: { getPathForFile: () => '' } }
  const require = (name: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(name)) return electron
    throw new Error(`module not found: ${name}`)
  }
  for (const preload of preloads) {
    const module = { exports: {} }
    try {
      preload(require, settings.process, module, module.exports)
    } catch (error) {
      console.error('Unable to load preload script:', error)
    }
  }
}
