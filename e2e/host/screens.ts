/** One display: its place in the row of displays and its size, in DIP. What is not said is as on a laptop's only screen. */
export interface ScreenPlace {
  x: number
  y: number
  width: number
  height: number
  /** Its own number, whatever comes and goes beside it; its place in the row unless said. */
  id?: number
  label?: string
  /** The system's main display; the one at 0, 0 unless said. */
  main?: boolean
  internal?: boolean
  scaleFactor?: number
  rotation?: number
}

/** Reads `1366x768,1024x768`: displays side by side from the left, the first one primary. Throws on anything else. */
export function parseScreens(text: string | undefined): ScreenPlace[] {
  let x = 0
  return (text?.trim() || '1366x768').split(',').map((entry) => {
    const [, width, height] = /^\s*(\d{2,5})x(\d{2,5})\s*$/.exec(entry) ?? []
    if (width === undefined || height === undefined) {
      throw new Error(`HOST_SCREENS: "${entry}" is not WIDTHxHEIGHT`)
    }
    const place = { x, y: 0, width: Number(width), height: Number(height) }
    x += place.width
    return place
  })
}

/** The display that holds most of a rectangle, or the nearest one to its top left corner. */
export function screenAt(places: readonly ScreenPlace[], at: { x: number; y: number }): number {
  const distance = (place: ScreenPlace) => {
    const dx = Math.max(place.x - at.x, 0, at.x - (place.x + place.width - 1))
    const dy = Math.max(place.y - at.y, 0, at.y - (place.y + place.height - 1))
    return dx + dy
  }
  const distances = places.map(distance)
  return distances.indexOf(Math.min(...distances))
}
