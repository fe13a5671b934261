import type { WebContents } from 'electron'
import type { WindowName } from './origins.ts'
import { whereOffered } from './preview-host.ts'

/** So long nobody touches the child's window before its page comes anew, ms: then nobody is looking at it. */
const QUIET = 20_000
/** After a turn in which sealed things were on the screen, ms: who ends it has its answer, and nobody is at the next tap yet. */
const AT_ONCE = 300
/** How often it is asked whether a call or a ring is over, ms. */
const AGAIN = 1000

/** What a child reads and writes behind its own key goes through these. */
const sealedThings = /^(diary|diaryMedia|album|shares|yearBook)\.|^feelings\.tell$|^talks\.ask$/

export interface FreshProcessParts {
  readonly pupil: () => WebContents | undefined
  /** Gives the child's window a new process; its page comes back to where it was. */
  readonly renew: () => void
  /** A ring or a call is heard in that page. */
  readonly isCalling: () => boolean
}

export interface FreshProcess {
  /** After every change of a turn. */
  readonly turn: (isSomebody: boolean) => void
  /** Of every call that a page makes. */
  readonly heard: (window: WindowName, method: unknown) => void
}

/**
 * What a child wrote, said and drew goes through the memory of its page, and a JavaScript engine keeps pieces for as long as it likes.
 * So after a turn the page is given a new process, and the memory of the old one goes with it: at once where anything sealed was on the
 * screen, so that the next child never sits in that process; else as soon as nobody touches the seat. A ring or a call is waited for.
 */
export function renewAfterTurns({ pupil, renew, isCalling }: FreshProcessParts): FreshProcess {
  let used = false
  let sealed = false
  let waiting: { readonly stop: () => void } | undefined

  const renewNow = (contents: WebContents): void => {
    used = false
    sealed = false
    if (pupil() === contents) renew()
  }

  const atOnce = (contents: WebContents): { readonly stop: () => void } => {
    let timer: NodeJS.Timeout | undefined
    const after = (ms: number): void => {
      timer = setTimeout(() => (isCalling() ? after(AGAIN) : renewNow(contents)), ms)
    }
    after(AT_ONCE)
    return { stop: () => clearTimeout(timer) }
  }

  const whenQuiet = (contents: WebContents): { readonly stop: () => void } => {
    const timer = setTimeout(() => {
      if (isCalling()) return timer.refresh()
      stop()
      renewNow(contents)
      return undefined
    }, QUIET)
    const touched = (): void => void timer.refresh()
    contents.on('input-event', touched)
    const stop = (): void => {
      clearTimeout(timer)
      if (!contents.isDestroyed()) contents.off('input-event', touched)
    }
    return { stop }
  }

  return {
    turn: (isSomebody) => {
      waiting?.stop()
      waiting = undefined
      if (isSomebody) {
        used = true
        return
      }
      const contents = pupil()
      if (used && contents && tellsOfTouches(contents)) waiting = (sealed ? atOnce : whenQuiet)(contents)
    },
    heard: (window, method) => {
      if (window === 'pupil' && typeof method === 'string' && sealedThings.test(method)) sealed = true
    },
  }
}

/** The preview host tells of none (and keeps no history either): there a page would be taken out of a hand, so it stays. */
const tellsOfTouches = (contents: WebContents): boolean =>
  whereOffered(() => contents.navigationHistory.length() >= 0, false)
