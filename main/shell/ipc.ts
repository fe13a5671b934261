import { callChannel, eventChannel, type Answer } from '#contract/bridge.ts'
import { audience, type EventName, type Events } from '#contract/index.ts'
import { refuse } from '#contract/refusal.ts'
import { err } from '#core/kernel/result.ts'
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { dispatch, type DispatchParts } from './dispatch.ts'
import { windowNames, windowOf, type WindowName } from './origins.ts'

export interface IpcParts {
  /** Our own window of that name, while it is open. */
  readonly contentsOf: (this: void, window: WindowName) => WebContents | undefined
  /** The room as it is at this moment; it may have been exchanged for another. */
  readonly room: () => DispatchParts
  /** Told of every call that came from one of our own pages. */
  readonly onCall: (window: WindowName, method: unknown) => void
}

/** The one way from a window into main. Everything else that a page may send is not listened to. */
export function listen(parts: IpcParts): void {
  for (const window of windowNames)
    ipcMain.handle(
      callChannel[window],
      (event, method: unknown, input: unknown): Promise<Answer<unknown>> => {
        if (!isOur(window, event, parts)) return Promise.resolve(err(refuse('not-from-here')))
        parts.onCall(window, method)
        return dispatch(window, method, input, parts.room())
      },
    )
}

/** Exact origin, main frame, and the page of our own window: all three, since each alone has been got around before. */
function isOur(window: WindowName, event: IpcMainInvokeEvent, { contentsOf }: IpcParts): boolean {
  const contents = contentsOf(window)
  const frame = event.senderFrame
  if (!contents || event.sender !== contents || !frame || frame.parent) return false
  return windowOf(frame.url) === window
}

/** Tells the windows that may hear of it. */
export type Tell = <E extends EventName>(event: E, value: Events[E]) => void

export const teller =
  (contentsOf: IpcParts['contentsOf']): Tell =>
  (event, value) => {
    for (const window of audience[event]) {
      const contents = contentsOf(window)
      if (contents && !contents.isDestroyed()) contents.send(eventChannel, event, value)
    }
  }
