import type { IpcMain } from 'electron'
import { conforms, StrictEmitter } from './not-in-stand-in.ts'

type Handler = Parameters<IpcMain['handle']>[1]
/** How an invocation ended, as it goes back to the page. */
export interface Outcome {
  done: boolean
  value: unknown
}

const handlers = new Map<string, Handler>()

class StandInIpcMain extends StrictEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel)
      return handler(event, ...args) as unknown
    })
  }
  removeHandler = (channel: string): void => void handlers.delete(channel)
}

/** Electron's `ipcMain`. */
export const ipcMain = conforms<IpcMain>()(new StandInIpcMain())

/** Runs the handler of a channel; a failure becomes an error in Electron's words. */
export async function invoke(channel: string, event: object, args: unknown[]): Promise<Outcome> {
  const handler = handlers.get(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { done: true, value: await handler(event as Electron.IpcMainInvokeEvent, ...(args as [])) }
  } catch (error) {
    if (handler) console.error(`Error occurred in handler for '${channel}':`, error)
    return { done: false, value: new Error(`Error invoking remote method '${channel}': ${String(error)}`) }
  }
}
