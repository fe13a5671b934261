import { announceDownload, checkPermission, requestPermission } from './session.ts'
import { preventable } from './events.ts'
import { pressed } from './global-shortcut.ts'
import { questions } from './host-server.ts'
import { invoke, ipcMain } from './ipc-main.ts'
import { chromiumReady } from './state.ts'
import type { EventEmitter } from 'node:events'

/** The web contents behind a page, as far as its messages need them. */
export interface PageContents extends EventEmitter {
  readonly mainFrame: Electron.WebFrameMain
  send(channel: string, ...args: unknown[]): void
  setZoomFactor(factor: number): void
  opening(pageUrl: string, frameName: string, features: string): void
  pageOrigin(): string
}

type Message =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'permission'; id: number; permission: string; details: object }
  | { kind: 'check'; id: number; permission: string }
  | { kind: 'shortcut'; keys: string }
  | { kind: 'zoom'; factor: number }

const grants: Record<string, string[]> = {
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  'clipboard-read': ['clipboard-read'],
  'display-capture': ['display-capture'],
}

const askerOf = (contents: PageContents, frame: Electron.WebFrameMain) => ({
  contents,
  url: frame.url,
  origin: frame.origin,
})

async function decidePermission(
  contents: PageContents,
  frame: Electron.WebFrameMain,
  permission: string,
  details: object,
): Promise<boolean> {
  const asker = askerOf(contents, frame)
  const allowed =
    checkPermission(asker, permission, details) && (await requestPermission(asker, permission, details))
  const cdp = await chromiumReady
  for (const name of grants[permission] ?? []) {
    const setting = allowed ? 'granted' : 'denied'
    await cdp
      .send('Browser.setPermission', { permission: { name }, setting, origin: contents.pageOrigin() })
      .catch((error: unknown) => console.error(`[stand-in] ${name}:`, error))
  }
  return allowed
}

/** Acts upon what a page's preload world has sent. */
export async function receive(
  contents: PageContents,
  message: Message,
  frame: Electron.WebFrameMain,
  answer: (content: object) => void,
): Promise<void> {
  const event = preventable({ type: 'frame', ...ipcEvent(contents, frame) })
  const reply = (id: number, outcome: { done: boolean; value: unknown }) =>
    answer({ kind: 'reply', id, ...outcome })
  switch (message.kind) {
    case 'send':
      ipcMain.emit(message.channel, event, ...message.args)
      return
    case 'shortcut':
      pressed(message.keys)
      return
    case 'zoom':
      contents.setZoomFactor(message.factor)
      return
    case 'check': {
      const value = checkPermission(askerOf(contents, frame), message.permission)
      reply(message.id, { done: true, value })
      return
    }
    case 'permission': {
      const value = await decidePermission(contents, frame, message.permission, message.details)
      reply(message.id, { done: true, value })
      return
    }
    case 'invoke': {
      const outcome = await invoke(message.channel, event, message.args)
      try {
        reply(message.id, outcome)
      } catch (error) {
        const words = `Error invoking remote method '${message.channel}': ${String(error)}`
        reply(message.id, { done: false, value: new Error(words) })
      }
    }
  }
}

const ipcEvent = (contents: PageContents, frame: Electron.WebFrameMain) => ({
  sender: contents,
  senderFrame: frame,
  frameId: frame.routingId,
  processId: frame.processId,
  ports: [],
  reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
})

/** Connects the pages' synchronous questions and the browser's downloads with the web contents they come from. */
export async function listenToPages(find: (targetId: string) => PageContents | undefined): Promise<void> {
  questions.set('sync', (targetId, content) => {
    const contents = find(targetId)
    if (!contents) return undefined
    const { channel, args } = content as { channel: string; args: unknown[] }
    const event = preventable({ returnValue: undefined, ...ipcEvent(contents, contents.mainFrame) })
    ipcMain.emit(channel, event, ...args)
    return event.returnValue
  })
  questions.set('open', (targetId, content) => {
    const { url, frameName, features } = content as { url: string; frameName: string; features: string }
    find(targetId)?.opening(url, frameName, features)
  })
  questions.set('input', (targetId, content) => {
    const event = preventable({})
    find(targetId)?.emit('before-input-event', event, content)
    return event.defaultPrevented
  })
  const cdp = await chromiumReady
  cdp.on('Browser.downloadWillBegin', ({ url, suggestedFilename, frameId }) => {
    announceDownload(url, suggestedFilename, find(frameId))
  })
}
