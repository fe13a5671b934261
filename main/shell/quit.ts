import type { Log } from '#core/kernel/log.ts'
import { app, powerMonitor } from 'electron'
import { whereOffered } from './preview-host.ts'
import type { Windows } from './windows.ts'

/** Longer than the room ever takes to close; then the machine is let go. Milliseconds. */
const LONGEST = 8000

export interface QuitParts {
  /** Closes the room, if there is one. */
  readonly close: () => Promise<void>
  readonly windows: Windows
  readonly log: Log
}

/** Quits in order: the session is ended, a backup made, the database closed; only then may windows go. */
export function quitInOrder({ close, windows, log }: QuitParts): void {
  let closed = false
  let begun = false
  const finish = (): void => {
    closed = true
    windows.letGo()
    app.quit()
  }
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    if (begun) return
    begun = true
    const late = setTimeout(finish, LONGEST)
    close()
      .catch((error: unknown) => log.error('The room did not close in order', { error }))
      .finally(() => {
        clearTimeout(late)
        finish()
      })
      .catch(() => undefined)
  })
  whereOffered(() => powerMonitor.on('shutdown', () => app.quit()), undefined)
}
