import type { Bridge } from '#contract/bridge.ts'
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

/** A bridge decides nothing: main checks origin, frame, role and input of every call. */
export function expose(callChannel: string, eventChannel: string): void {
  const bridge: Bridge = {
    call: (method, input) => ipcRenderer.invoke(callChannel, method, input),
    on: (event, listener) => {
      const hear = (_event: IpcRendererEvent, name: string, value: unknown) => {
        if (name === event) (listener as (value: unknown) => void)(value)
      }
      ipcRenderer.on(eventChannel, hear)
      return () => {
        ipcRenderer.removeListener(eventChannel, hear)
      }
    },
  }
  contextBridge.exposeInMainWorld('house', bridge)
}
