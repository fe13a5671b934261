import { BrowserWindow, type Display } from 'electron'
import { fills } from './display-rules.ts'
import { coverPreferences, refuseToClose } from './window-options.ts'

const page = `data:text/html;charset=utf-8,${encodeURIComponent('<!doctype html><title>快乐家园</title><body style="background:#fff7ec">')}`

export interface Covers {
  /** Takes away every cover that lies on another display than these. */
  keepOnly(displays: readonly Display[]): void
  /** Covers these displays, whole. */
  cover(displays: readonly Display[]): void
  close(): void
}

/** Plain calm windows over the other displays, so that no desktop shows. They load nothing and hear nothing. */
export function createCovers(): Covers {
  const covers = new Map<number, BrowserWindow>()
  let closed = false

  const make = (display: Display): void => {
    const cover = new BrowserWindow({
      ...display.bounds,
      kiosk: true,
      frame: false,
      focusable: false,
      skipTaskbar: true,
      backgroundColor: '#fff7ec',
      webPreferences: coverPreferences,
    })
    cover.setMenu(null)
    refuseToClose(cover, () => closed || covers.get(display.id) !== cover)
    covers.set(display.id, cover)
    void cover.loadURL(page)
  }
  const takeAway = (id: number): void => {
    const cover = covers.get(id)
    covers.delete(id)
    cover?.destroy()
  }

  return {
    keepOnly: (displays) => {
      for (const id of covers.keys()) if (!displays.some((display) => display.id === id)) takeAway(id)
    },
    cover: (displays) => {
      if (closed) return
      for (const display of displays) {
        const cover = covers.get(display.id)
        // A new one lies where it should; a kiosk window that is moved may stay on the display that it was on.
        if (cover && !fills(cover.getBounds(), display.bounds)) takeAway(display.id)
        if (!covers.has(display.id)) make(display)
      }
    },
    close: () => {
      closed = true
      for (const cover of covers.values()) cover.destroy()
    },
  }
}
