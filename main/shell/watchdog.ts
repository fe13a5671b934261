import type { Log } from '#core/kernel/log.ts'
import type { BrowserWindow } from 'electron'
import { whereOffered } from './preview-host.ts'
import { originOf, windowOf } from './origins.ts'
import { silenceAllowed, waitBefore } from './watchdog-rules.ts'

/** A page is asked for a sign of life this often, milliseconds. */
const BEAT = 2000

/** A page that shows nothing, in the colour of the window, of an origin of its own. */
const NOTHING = 'data:text/html,<body style="background:%23fff7ec">'

export interface Watchdog {
  /** Loads a page, the same again without an address, until it stands. */
  readonly load: (url?: string) => void
  /** Loads the page anew in another process; that of the page before ends. */
  readonly renew: () => void
  readonly stop: () => void
}

/** Keeps one window alive: a page that dies, freezes or does not load comes back; where it was, main knows. */
export function createWatchdog(window: BrowserWindow, firstUrl: string, log: Log): Watchdog {
  const contents = window.webContents
  const deaths: number[] = []
  const kills: number[] = []
  let url = firstUrl
  let stopped = false
  let reload: NodeJS.Timeout | undefined
  let asked: number | undefined
  let beaten = performance.now()
  let rounds = 0

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

  const kill = (silentMs: number): void => {
    log.warn('A page is frozen and is started anew', { page: windowOf(url), silentMs: Math.round(silentMs) })
    asked = undefined
    kills.push(performance.now())
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
    const now = performance.now()
    // After a closed lid, or where main itself was held up, the page had no chance to answer.
    const wasAway = now - beaten > 2 * BEAT
    beaten = now
    if (asked !== undefined && wasAway) asked = now
    if (asked !== undefined) {
      if (now - asked >= silenceAllowed(contents.isLoadingMainFrame(), kills, now)) kill(now - asked)
      return
    }
    asked = now
    const round = ++rounds
    const heard = () => {
      if (round === rounds) asked = undefined
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
  contents.on('did-fail-load', (_event, code, _words, failed, isMainFrame) => {
    const aborted = code === -3
    if (isMainFrame && !aborted && failed.startsWith(originOf(windowOf(url) ?? 'pupil'))) comeBack()
  })

  return {
    load,
    renew: () => {
      if (stopped || reload || window.isDestroyed()) return
      asked = undefined
      // A page of another origin never shares a process with ours, so ours has none when it comes back.
      void contents
        .loadURL(NOTHING)
        .catch(() => undefined)
        .finally(() => load())
    },
    stop: () => {
      stopped = true
      clearInterval(beat)
      clearTimeout(reload)
    },
  }
}
