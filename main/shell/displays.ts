import { screen, type Display } from 'electron'
import { displaysToCover, ownDisplay, rememberOwn, type DisplayMark } from './display-rules.ts'

/** The one answer to “which display is ours”. */
export interface Displays {
  /** Where every window of the room is. */
  readonly own: () => Display
  /** What has to be hidden from the children. */
  readonly toCover: () => readonly Display[]
  /** Displays came, went, turned or changed their scale; told at once, and again until the system has come to rest. */
  readonly onChange: (listener: () => void) => void
}

export interface DisplayMemory {
  readonly remembered: () => readonly DisplayMark[]
  readonly remember: (marks: readonly DisplayMark[]) => void
}

/** Systems move windows about after they have told of a change; one look is not enough, ms. */
const looks = [0, 1000, 4000]

/** Ready only when the app is. */
export function createDisplays({ remembered, remember }: DisplayMemory): Displays {
  let asked = false
  const own = (): Display => {
    const main = screen.getPrimaryDisplay()
    const found = ownDisplay(screen.getAllDisplays(), remembered(), main.id) ?? main
    if (!asked) {
      asked = true
      const known = remembered()
      const marks = rememberOwn(known, found)
      if (marks !== known) remember(marks)
    }
    return found
  }
  return {
    own,
    toCover: () => displaysToCover(screen.getAllDisplays(), own()),
    onChange: (listener) => {
      let timers: NodeJS.Timeout[] = []
      const look = () => {
        for (const timer of timers) clearTimeout(timer)
        timers = looks.map((ms) => setTimeout(listener, ms).unref())
      }
      screen.on('display-added', look)
      screen.on('display-removed', look)
      screen.on('display-metrics-changed', look)
    },
  }
}
