/** What is known of a display; the rest of Electron's `Display` does not matter here. Bounds in DIP. */
export interface DisplayFacts {
  readonly id: number
  readonly label: string
  readonly internal: boolean
  readonly bounds: Bounds
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a display is known again, on another day too. */
export interface DisplayMark {
  readonly id: number
  readonly label: string
}

export const markOf = ({ id, label }: DisplayFacts): DisplayMark => ({ id, label })

/** Displays that a seat remembers at most; the oldest is never the one that is forgotten. */
const REMEMBERED = 8

/**
 * Which display is the seat's own: of those that were its own before, the one that has been so for longest; on a seat that remembers
 * none, the panel that is built in, or else the main display of that day. What the system calls its main display counts on that one day
 * only: a television that makes itself the main one takes nobody's screen away, and a screen that was pulled out is the seat's own again
 * when it is back. `main` is the id of the system's main display.
 */
export function ownDisplay<D extends DisplayFacts>(
  all: readonly D[],
  remembered: readonly DisplayMark[],
  main: number,
): D | undefined {
  for (const mark of remembered) {
    const found = knownAgain(all, mark)
    if (found) return found
  }
  return all.find(({ internal }) => internal) ?? all.find(({ id }) => id === main) ?? all[0]
}

/** An id may pass to another display, a label may be that of two: the id counts where no label speaks against it, a label where one has it. */
function knownAgain<D extends DisplayFacts>(all: readonly D[], mark: DisplayMark): D | undefined {
  const byId = all.find(({ id }) => id === mark.id)
  if (byId && (byId.label === mark.label || byId.label === '' || mark.label === '')) return byId
  const alike = mark.label === '' ? [] : all.filter(({ label }) => label === mark.label)
  return alike.length === 1 ? alike[0] : undefined
}

/** What to remember after a start on that display. A start says where the room is; a cable pulled out while it runs does not. */
export function rememberOwn(remembered: readonly DisplayMark[], own: DisplayFacts): readonly DisplayMark[] {
  if (remembered.some((mark) => knownAgain([own], mark))) return remembered
  return [...remembered.slice(0, REMEMBERED - 1), markOf(own)]
}

/** The displays that a plain cover hides: all others, but none that lies over the seat's own (a mirror of it shows the room already). */
export const displaysToCover = <D extends DisplayFacts>(all: readonly D[], own: DisplayFacts): readonly D[] =>
  all.filter(({ id, bounds }) => id !== own.id && !overlap(bounds, own.bounds))

function overlap(one: Bounds, other: Bounds): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width
  return across && one.y < other.y + other.height && other.y < one.y + one.height
}

/** Whether a window fills a display; a scale of 125 % rounds by one pixel. */
export const fills = (window: Bounds, display: Bounds): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((edge) => Math.abs(window[edge] - display[edge]) <= 2)

/** The smallest page, in CSS px, that every screen of a child is drawn for. */
export const smallestPage = { width: 1024, height: 768 } as const

/**
 * The zoom factor at which a window of that size (DIP) shows a whole child's screen: 1 where there is room enough, less on a smaller one. A
 * panel of 1366x768 that the system shows at 125 % has 1093x614; at 0.8 it is 1366x768 again, each px one of the panel's, and words and
 * targets are as large on the glass as on the same panel at 100 %. What is given up is the larger look that the system was asked for.
 */
export function zoomFor({ width, height }: Pick<Bounds, 'width' | 'height'>): number {
  const room = Math.min(width / smallestPage.width, height / smallestPage.height)
  // A window that has no size yet says nothing; a page a fifth of its size would help nobody.
  return room > 0 ? Math.min(1, Math.max(0.4, room)) : 1
}
