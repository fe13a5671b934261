import type { WebContents } from 'electron'
import { mayPass } from './key-rules.ts'
import type { WindowName } from './origins.ts'

/** Stops every key that is not named, before the page and the browser hear of it; also side buttons and gestures. */
export function guardKeys(contents: WebContents, window: WindowName): void {
  contents.on('before-input-event', (event, input) => {
    if (!mayPass(window, input)) event.preventDefault()
  })
}
