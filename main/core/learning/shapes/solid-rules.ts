import { type Random, shuffled } from '../random-rules.ts'
import {
  type Drawn,
  ellipse,
  line,
  type Path,
  type Point,
  polygon,
  SIZE,
  withPaths,
} from './drawing-rules.ts'
import type { Choice, Picking } from './puzzle-rules.ts'

export const solidNames = ['cube', 'cuboid', 'cylinder', 'ball', 'cone', 'pyramid', 'prism'] as const
export type SolidName = (typeof solidNames)[number]
/** Those of grade one. */
const firstSolids: readonly SolidName[] = ['cube', 'cuboid', 'cylinder', 'ball']
/** Those that no two have both shadows alike. */
export const shadowSolids: readonly SolidName[] = ['cube', 'cuboid', 'cylinder', 'ball', 'cone', 'pyramid']

const half = SIZE / 2
const between = (from: number, to: number, random: Random): number => from + random() * (to - from)
const box = (paths: readonly Path[]): Drawn => ({ width: SIZE, height: SIZE, paths })

/** A box seen from the front, its depth to the upper right. */
function boxPaths(width: number, height: number, depth: number): readonly Path[] {
  const [dx, dy] = [depth * 0.5, depth * 0.42]
  const left = half - (width + dx) / 2
  const top = half - (height - dy) / 2
  const [right, bottom] = [left + width, top + height]
  const face: readonly Point[] = [[left, top], [right, top], [right, bottom], [left, bottom]] // prettier-ignore
  const over: readonly Point[] = [[left, top], [left + dx, top - dy], [right + dx, top - dy], [right, top]] // prettier-ignore
  const side: readonly Point[] = [[right, top], [right + dx, top - dy], [right + dx, bottom - dy], [right, bottom]] // prettier-ignore
  return [
    { d: polygon(face), tone: 'face' },
    { d: polygon(over), tone: 'top' },
    { d: polygon(side), tone: 'side' },
  ]
}

/** A cuboid is never nearly a cube. */
const cuboids: readonly (readonly [number, number, number])[] = [
  [150, 60, 60], [60, 140, 70], [150, 90, 40], [80, 40, 120], [50, 150, 50], [130, 45, 100],
] // prettier-ignore

/** A solid in a size and position by chance. Cones and the like stand, for their shadows to be told. */
export function drawnSolid(name: SolidName, random: Random, standing = false): Drawn {
  switch (name) {
    case 'cube': {
      const side = between(70, 115, random)
      return box(boxPaths(side, side, side * 0.95))
    }
    case 'cuboid':
      return box(boxPaths(...(cuboids[Math.floor(random() * cuboids.length)] ?? [150, 60, 60])))
    case 'ball': {
      const radius = between(50, 86, random)
      return box([
        { d: ellipse([half, half], radius, radius), tone: 'round' },
        {
          d: ellipse([half - radius * 0.32, half - radius * 0.4], radius * 0.22, radius * 0.15),
          tone: 'top',
        },
      ])
    }
    case 'cylinder':
      return standing || random() < 0.6 ? standingCylinder(random) : lyingCylinder(random)
    case 'cone': {
      const [radius, height] = [between(50, 72, random), between(105, 150, random)]
      const [top, bottom] = [half - height / 2, half + height / 2]
      const side = `M${half - radius} ${bottom}L${half} ${top}L${half + radius} ${bottom}`
      return box([{ d: `${side}${roundFront([half, bottom], radius)}Z`, tone: 'round' }])
    }
    case 'pyramid': {
      const [side, height] = [between(95, 125, random), between(105, 140, random)]
      const [dx, dy] = [side * 0.4, side * 0.28]
      const left = half - (side + dx) / 2
      const bottom = half + (height + dy) / 2
      const apex: Point = [left + (side + dx) / 2, bottom - dy / 2 - height]
      return box([
        { d: polygon([[left, bottom], [left + side, bottom], apex]), tone: 'face' }, // prettier-ignore
        { d: polygon([[left + side, bottom], [left + side + dx, bottom - dy], apex]), tone: 'side' }, // prettier-ignore
      ])
    }
    case 'prism': {
      const [width, height, depth] = [
        between(85, 110, random),
        between(75, 100, random),
        between(110, 150, random),
      ]
      const [dx, dy] = [depth * 0.5, depth * 0.36]
      const left = half - (width + dx) / 2
      const bottom = half + (height + dy) / 2
      const apex: Point = [left + width / 2, bottom - height]
      return box([
        { d: polygon([apex, [apex[0] + dx, apex[1] - dy], [left + width + dx, bottom - dy], [left + width, bottom]]), tone: 'side' }, // prettier-ignore
        { d: polygon([[left, bottom], [left + width, bottom], apex]), tone: 'face' }, // prettier-ignore
      ])
    }
  }
}

/** The front half of a round ground below its middle, from its right end to its left. */
function roundFront([cx, cy]: Point, radius: number): string {
  const flat = radius * 0.3
  const [kx, ky] = [radius * 0.5523, flat * 0.5523]
  return `C${cx + radius} ${cy + ky} ${cx + kx} ${cy + flat} ${cx} ${cy + flat}C${cx - kx} ${cy + flat} ${cx - radius} ${cy + ky} ${cx - radius} ${cy}`
}

function standingCylinder(random: Random): Drawn {
  const [radius, height] = [between(42, 66, random), between(90, 130, random)]
  const [top, bottom] = [half - height / 2, half + height / 2]
  const [left, right] = [half - radius, half + radius]
  const side = `M${left} ${bottom}L${left} ${top}L${right} ${top}L${right} ${bottom}`
  return box([
    { d: `${side}${roundFront([half, bottom], radius)}Z`, tone: 'round' },
    { d: ellipse([half, top], radius, radius * 0.3), tone: 'top' },
  ])
}

function lyingCylinder(random: Random): Drawn {
  const [radius, length] = [between(36, 56, random), between(95, 130, random)]
  const [left, right] = [half - length / 2, half + length / 2]
  const flat = radius * 0.3
  const [kx, ky] = [flat * 0.5523, radius * 0.5523]
  const end = `C${right + kx} ${half - radius} ${right + flat} ${half - ky} ${right + flat} ${half}C${right + flat} ${half + ky} ${right + kx} ${half + radius} ${right} ${half + radius}`
  return box([
    {
      d: `M${left} ${half - radius}L${right} ${half - radius}${end}L${left} ${half + radius}Z`,
      tone: 'round',
    },
    { d: ellipse([left, half], flat, radius), tone: 'top' },
  ])
}

const LOOKS = 8
export const sameSolidItems = firstSolids.length * LOOKS

/** The solid of the same kind, among the four of grade one. */
export function sameSolid(item: number, own: Random, random: Random): Picking {
  const name = firstSolids[Math.floor(item / LOOKS)] ?? 'cube'
  const names = shuffled(firstSolids, random)
  const model = drawnSolid(name, own)
  return {
    kind: 'pick',
    ask: 'solid',
    name,
    models: [model],
    aided: [model],
    choices: names.map((one): Choice => ({ kind: 'drawn', name: one, drawn: drawnSolid(one, random) })),
    right: names.indexOf(name),
  }
}

export type Shadow = 'circle' | 'square' | 'rectangle' | 'triangle'

/** The shadow on the wall behind a standing solid, and the one under it with the lamp above. */
export const shadowsOf: Readonly<Record<(typeof shadowSolids)[number], readonly [Shadow, Shadow]>> = {
  cube: ['square', 'square'],
  cuboid: ['rectangle', 'rectangle'],
  cylinder: ['rectangle', 'circle'],
  ball: ['circle', 'circle'],
  cone: ['triangle', 'circle'],
  pyramid: ['triangle', 'square'],
  prism: ['triangle', 'rectangle'],
}

const shadowPath: Readonly<Record<Shadow, string>> = {
  circle: ellipse([half, half], 60, 60),
  square: polygon([[45, 45], [155, 45], [155, 155], [45, 155]]), // prettier-ignore
  rectangle: polygon([[35, 62], [165, 62], [165, 138], [35, 138]]), // prettier-ignore
  triangle: polygon([[100, 35], [160, 155], [40, 155]]), // prettier-ignore
}

/** A shadow with an arrow that says where the light comes from. */
function drawnShadow(shadow: Shadow, from: 'front' | 'above'): Drawn {
  const arrow =
    from === 'above'
      ? `${line([[100, 2], [100, 26]])}${line([[90, 16], [100, 26], [110, 16]])}` // prettier-ignore
      : `${line([[2, 100], [26, 100]])}${line([[16, 90], [26, 100], [16, 110]])}` // prettier-ignore
  return box([
    { d: shadowPath[shadow], tone: 'shade' },
    { d: arrow, tone: 'aid' },
  ])
}

export const shadowItems = shadowSolids.length * 2

/** The solid that throws these two shadows; the aid shows the ground that each solid stands on. */
export function castShadow(item: number, _own: Random, random: Random): Picking {
  const name = shadowSolids[item % shadowSolids.length] ?? 'cube'
  const others = shuffled(
    shadowSolids.filter((one) => one !== name),
    random,
  ).slice(0, 3)
  const names = shuffled([name, ...others], random)
  const [wall, ground] = shadowsOf[name]
  const models = [drawnShadow(wall, 'front'), drawnShadow(ground, 'above')]
  return {
    kind: 'pick',
    ask: 'shadow',
    name: null,
    models,
    aided: models,
    choices: names.map((one): Choice => ({ kind: 'drawn', name: one, drawn: drawnSolid(one, random, true) })),
    right: names.indexOf(name),
  }
}

const square = (x: number, y: number, width: number, height: number): string =>
  polygon([[x, y], [x + width, y], [x + width, y + height], [x, y + height]]) // prettier-ignore
const face = (d: string): Path => ({ d, tone: 'face' })

/** What a solid looks like unfolded; its ground is `seen`. */
export function drawnNet(name: SolidName, aided: boolean): Drawn {
  const ground = aided ? 'seen' : 'face'
  switch (name) {
    case 'cube':
      return box([
        ...[0, 1, 2, 3].map((at) => face(square(10 + at * 45, 78, 45, 45))),
        face(square(55, 33, 45, 45)),
        { d: square(55, 123, 45, 45), tone: ground },
      ])
    case 'cuboid':
      return box([
        ...[0, 60, 90, 150].map((x, at) => face(square(5 + x, 75, at % 2 === 0 ? 60 : 30, 50))),
        face(square(5, 45, 60, 30)),
        { d: square(5, 125, 60, 30), tone: ground },
      ])
    case 'cylinder':
      return box([
        face(square(10, 70, 180, 62)),
        face(ellipse([80, 41], 28.6, 28.6)),
        { d: ellipse([80, 161], 28.6, 28.6), tone: ground },
      ])
    case 'cone':
      return box([
        face('M100 15L46 120C73 146 127 146 154 120Z'),
        { d: ellipse([100, 167], 27, 27), tone: ground },
      ])
    case 'pyramid':
      return box([
        { d: square(70, 70, 60, 60), tone: ground },
        face(polygon([[70, 70], [130, 70], [100, 10]])), // prettier-ignore
        face(polygon([[130, 70], [130, 130], [190, 100]])), // prettier-ignore
        face(polygon([[70, 130], [130, 130], [100, 190]])), // prettier-ignore
        face(polygon([[70, 70], [70, 130], [10, 100]])), // prettier-ignore
      ])
    case 'prism':
      return box([
        face(square(25, 70, 50, 75)),
        { d: square(75, 70, 50, 75), tone: ground },
        face(square(125, 70, 50, 75)),
        face(polygon([[75, 70], [125, 70], [100, 27]])), // prettier-ignore
        face(polygon([[75, 145], [125, 145], [100, 188]])), // prettier-ignore
      ])
    case 'ball':
      return box([])
  }
}

const netSolids: readonly SolidName[] = ['cube', 'cuboid', 'cylinder', 'cone', 'pyramid', 'prism']
export const netItems = netSolids.length * 2

/** Even items: which solid does this make? Odd ones: which of these makes that solid? */
export function unfolded(item: number, own: Random, random: Random): Picking {
  const name = netSolids[Math.floor(item / 2)] ?? 'cube'
  const others = shuffled(
    netSolids.filter((one) => one !== name),
    random,
  ).slice(0, 3)
  const names = shuffled([name, ...others], random)
  const toSolid = item % 2 === 0
  const solid = drawnSolid(name, own, true)
  return {
    kind: 'pick',
    ask: toSolid ? 'net-to-solid' : 'solid-to-net',
    name: toSolid ? null : name,
    models: [toSolid ? drawnNet(name, false) : solid],
    aided: [toSolid ? drawnNet(name, true) : withPaths(solid, [])],
    choices: names.map((one): Choice =>
      toSolid
        ? { kind: 'drawn', name: one, drawn: drawnSolid(one, random, true) }
        : { kind: 'drawn', name: 'net', drawn: drawnNet(one, false), aided: drawnNet(one, true) },
    ),
    right: names.indexOf(name),
  }
}
