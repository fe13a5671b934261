import type { Log } from '#core/kernel/log.ts'
import type { BrowserWindow } from 'electron'
import { whereOffered } from './preview-host.ts'
import { originOf, windowOf } from './origins.ts'
import { waitBefore } from './watchdog-rules.ts'

/** A page is asked for a sign of life this often, and taken for frozen after `PATIENCE`: back within ten seconds (H10). */
const BEAT = 2000
const PATIENCE = 4000
/** A spinning disk may take this long over a first page. */
const SLOW_START = 20_000

export interface Watchdog {
  /** Loads a page, the same again without an address, until it stands. */
  readonly load: (url?: string) => void
  readonly stop: () => void
}

/** Keeps one window alive: a page that dies, freezes or does not load comes back; where it was, main knows. */
export function createWatchdog(window: BrowserWindow, firstUrl: string, log: Log): Watchdog {
  const contents = window.webContents
  const deaths: number[] = []
  let url = firstUrl
  let stopped = false
  let reload: NodeJS.Timeout | undefined
  let asked: number | undefined

  const load = (next = url): void => {
    url = next
    clearTimeout(reload)
    reload = undefined
    asked = undefined
    if (stopped || window.isDestroyed()) return
    contents.loadURL(url).catch((error: unknown) => {
      // A load that another load replaced is none that failed.
      if (String(error).includes('ERR_ABORTED')) return
      log.warn('A page did not load', { page: windowOf(url) })
      comeBack()
    })
  }

  const comeBack = (): void => {
    if (stopped || reload) return
    deaths.push(performance.now())
    reload = setTimeout(load, waitBefore(deaths, performance.now()))
  }

  const kill = (why: string): void => {
    log.warn('A page is frozen and is started anew', { page: windowOf(url), why })
    asked = undefined
    // A stopped process does not hear a request to crash; a signal it cannot refuse. Its end brings render-process-gone.
    const pid = whereOffered(() => contents.getOSProcessId(), 0)
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL')
      else contents.forcefullyCrashRenderer()
    } catch (error) {
      log.warn('A frozen page could not be ended', { error })
      comeBack()
    }
  }

  const beat = setInterval(() => {
    if (stopped || window.isDestroyed() || reload) return
    if (asked !== undefined) {
      const patience = contents.isLoadingMainFrame() ? SLOW_START : PATIENCE
      if (performance.now() - asked >= patience) kill('no sign of life')
      return
    }
    const now = performance.now()
    asked = now
    const heard = () => {
      if (asked === now) asked = undefined
    }
    // Anything that comes back is a sign of life, a refusal too.
    contents.executeJavaScript('0').then(heard, heard)
  }, BEAT)

  contents.on('render-process-gone', (_event, { reason }) => {
    if (stopped || reason === 'clean-exit') return
    log.warn('A page died', { page: windowOf(url), reason })
    asked = undefined
    comeBack()
  })
  window.on('unresponsive', () => kill('unresponsive'))
  contents.on('did-fail-load', (_event, code, _words, failed, isMainFrame) => {
    const aborted = code === -3
    if (isMainFrame && !aborted && failed.startsWith(originOf(windowOf(url) ?? 'pupil'))) comeBack()
  })

  return {
    load,
    stop: () => {
      stopped = true
      clearInterval(beat)
      clearTimeout(reload)
    },
  }
}
