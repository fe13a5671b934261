import type { Display, Screen } from 'electron'
import { conforms, StrictEmitter } from './not-in-stand-in.ts'
import { screenAt } from './screens.ts'
import { state } from './state.ts'

const displays = (): Display[] =>
  state.screens.map((place, index) => {
    const size = { width: place.width, height: place.height }
    const bounds = { x: place.x, y: place.y, ...size }
    const id = place.id ?? index + 1
    const known = {
      id,
      label: place.label ?? `stand-in ${id}`,
      bounds,
      workArea: { ...bounds },
      size,
      workAreaSize: size,
      scaleFactor: place.scaleFactor ?? 1,
      rotation: place.rotation ?? 0,
      internal: place.internal ?? index === 0,
      detected: true,
      touchSupport: 'unknown',
      monochrome: false,
      colorDepth: 24,
      depthPerComponent: 8,
      displayFrequency: 60,
      accelerometerSupport: 'unknown',
      colorSpace: '',
      maximumCursorSize: { width: 64, height: 64 },
      nativeOrigin: { x: place.x, y: place.y },
    }
    return known as Display
  })

const displayAt = (point: { x: number; y: number }): Display =>
  displays()[screenAt(state.screens, point)] ?? (displays()[0] as Display)

class StandInScreen extends StrictEmitter {
  getAllDisplays = displays
  getPrimaryDisplay = (): Display =>
    displays()[state.screens.findIndex(({ main }) => main)] ?? displayAt({ x: 0, y: 0 })
  getDisplayNearestPoint = displayAt
  getDisplayMatching = ({ x, y, width, height }: Electron.Rectangle): Display =>
    displayAt({ x: x + width / 2, y: y + height / 2 })
  getCursorScreenPoint = (): Electron.Point => ({ x: 0, y: 0 })
}

/** Electron's `screen`; HOST_SCREENS says which displays there are. */
export const screen = conforms<Screen>()(new StandInScreen())

const isIn = (all: readonly Display[], { id }: Display): boolean => all.some((display) => display.id === id)

/** Changes the displays while the app runs, with Electron's events. Tests reach it as `globalThis.standInScreens`. */
function changeScreens(places: typeof state.screens): void {
  const before = displays()
  state.screens = places
  const after = displays()
  for (const display of after) if (!isIn(before, display)) screen.emit('display-added', {}, display)
  for (const display of before) if (!isIn(after, display)) screen.emit('display-removed', {}, display)
  for (const display of after) {
    const old = before.find(({ id }) => id === display.id)
    if (old && JSON.stringify(old) !== JSON.stringify(display)) {
      screen.emit('display-metrics-changed', {}, display, ['bounds', 'workArea'])
    }
  }
}
Object.assign(globalThis, { standInScreens: changeScreens })
