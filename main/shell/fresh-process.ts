import type { WebContents } from 'electron'
import { whereOffered } from './preview-host.ts'

/** So long nobody touches the child's window before its page comes anew, ms: then nobody is looking at it. */
const QUIET = 20_000

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
}

/**
 * What a child wrote, said and drew goes through the memory of its page, and a JavaScript engine keeps pieces for as long as it likes.
 * So after a turn the page is given a new process, as soon as nobody touches the seat, and the memory of the old one goes with it.
 */
export function renewAfterTurns({ pupil, renew, isCalling }: FreshProcessParts): FreshProcess {
  let used = false
  let quiet: { readonly stop: () => void } | undefined

  const wait = (contents: WebContents): { readonly stop: () => void } => {
    const timer = setTimeout(() => {
      if (isCalling()) return timer.refresh()
      used = false
      stop()
      if (pupil() === contents) renew()
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
      quiet?.stop()
      quiet = undefined
      if (isSomebody) {
        used = true
        return
      }
      const contents = pupil()
      if (used && contents && tellsOfTouches(contents)) quiet = wait(contents)
    },
  }
}

/** The preview host tells of none (and keeps no history either): there a page would be taken out of a hand, so it stays. */
const tellsOfTouches = (contents: WebContents): boolean =>
  whereOffered(() => contents.navigationHistory.length() >= 0, false)
