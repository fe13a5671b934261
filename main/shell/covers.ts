import { BrowserWindow, screen, type Display } from 'electron'
import { coverPreferences, refuseToClose } from './window-options.ts'

const page = `data:text/html;charset=utf-8,${encodeURIComponent('<!doctype html><title>快乐家园</title><body style="background:#fff7ec">')}`

export interface Covers {
  /** Covers every display but the first; follows displays that come, go and change. */
  cover(): void
  close(): void
}

/** Plain calm windows over the other displays, so that no desktop shows. They load nothing and hear nothing. */
export function createCovers(wanted: boolean): Covers {
  const covers = new Map<number, BrowserWindow>()
  let closed = false
  let following = false

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
    refuseToClose(cover, () => closed || !covers.has(display.id))
    covers.set(display.id, cover)
    void cover.loadURL(page)
  }

  const settle = (): void => {
    if (closed || !wanted) return
    const primary = screen.getPrimaryDisplay().id
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary)
    for (const [id, cover] of covers)
      if (!others.some((display) => display.id === id)) {
        covers.delete(id)
        cover.destroy()
      }
    for (const display of others) {
      const cover = covers.get(display.id)
      if (cover) cover.setBounds(display.bounds)
      else make(display)
    }
  }

  return {
    cover: () => {
      settle()
      if (following || !wanted) return
      following = true
      screen.on('display-added', settle)
      screen.on('display-removed', settle)
      screen.on('display-metrics-changed', settle)
    },
    close: () => {
      closed = true
      for (const cover of covers.values()) cover.destroy()
    },
  }
}
