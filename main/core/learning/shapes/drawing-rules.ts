/** A point of a drawing: to the right, downwards. */
export type Point = readonly [number, number]

/** What a path is, for its colour on the screen; on paper all are black lines, `cell` and `shade` filled. */
export type Tone =
  'face' | 'top' | 'side' | 'round' | 'cell' | 'empty' | 'shade' | 'line' | 'seen' | 'aid' | 'spot'

export interface Path {
  /** SVG path data of M, L, C and Z alone, so that every number in it is a coordinate. */
  readonly d: string
  readonly tone: Tone
}

export interface Drawn {
  readonly width: number
  readonly height: number
  readonly paths: readonly Path[]
}

/** Most figures are drawn in a square of this size. */
export const SIZE = 200

const short = (value: number): number => Math.round(value * 10) / 10
const written = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')

export const polygon = (points: readonly Point[]): string => `M${written(points)}Z`
export const line = (points: readonly Point[]): string => `M${written(points)}`

/** How far the handles of four curves stand out, for them to look like a circle. */
const ROUND = 0.5523

export function ellipse([cx, cy]: Point, rx: number, ry: number): string {
  const [kx, ky] = [rx * ROUND, ry * ROUND]
  const curve = (...points: readonly Point[]) =>
    `C${points.map(([x, y]) => `${short(x)} ${short(y)}`).join(' ')}`
  return [
    `M${short(cx - rx)} ${short(cy)}`,
    curve([cx - rx, cy - ky], [cx - kx, cy - ry], [cx, cy - ry]),
    curve([cx + kx, cy - ry], [cx + rx, cy - ky], [cx + rx, cy]),
    curve([cx + rx, cy + ky], [cx + kx, cy + ry], [cx, cy + ry]),
    curve([cx - kx, cy + ry], [cx - rx, cy + ky], [cx - rx, cy]),
    'Z',
  ].join('')
}

/** The points turned about the middle of the square, `degrees` clockwise. */
export function turned(points: readonly Point[], degrees: number): readonly Point[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const half = SIZE / 2
  return points.map(([x, y]) => [
    half + (x - half) * cos - (y - half) * sin,
    half + (x - half) * sin + (y - half) * cos,
  ])
}

/** The same drawing at another size. */
export function scaled({ width, height, paths }: Drawn, by: number): Drawn {
  const numbers = (d: string) => d.replaceAll(/-?\d+(?:\.\d+)?/gu, (one) => `${short(Number(one) * by)}`)
  return {
    width: short(width * by),
    height: short(height * by),
    paths: paths.map(({ d, tone }) => ({ d: numbers(d), tone })),
  }
}

export const withPaths = (drawn: Drawn, paths: readonly Path[]): Drawn => ({
  ...drawn,
  paths: [...drawn.paths, ...paths],
})

/** Small dots at these points. */
export const dots = (points: readonly Point[]): readonly Path[] =>
  points.map((point) => ({ d: ellipse(point, 9, 9), tone: 'spot' }))
