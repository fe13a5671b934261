import type { PrintLine, PrintPart } from '#contract/learning.ts'
import { fileOf, files, menOf, rankOf, squares, type Men, type Square } from './board-rules.ts'
import { outlines, putAt } from './outline-rules.ts'

/** Points of a square, and of the edge with its letters and numbers. */
const SIZE = 25
const EDGE = 16

type Path = Extract<PrintPart, { kind: 'drawing' }>['paths'][number]

/** What a diagram needs of an exercise. */
export interface Diagrammed {
  readonly level: string
  readonly placed: string
  readonly stars: readonly Square[]
}

/** The exercise on paper: a diagram, and its answer in squares. */
export function printed({ level, placed, stars }: Diagrammed, solution: unknown): PrintLine {
  const men: Men = menOf(placed) ?? new Map()
  return {
    ask: [{ kind: 'word', word: `ask.${level}` }, diagram(men, stars)],
    answer: answerOn(level, solution),
  }
}

function answerOn(level: string, solution: unknown): readonly PrintPart[] {
  if (level === 'verdict') return [{ kind: 'word', word: `verdict.${Number(solution)}` }]
  const steps = Array.isArray(solution) ? solution.map(String) : []
  const text = steps
    .map((step) => (step.length === 4 ? `${step.slice(0, 2)}–${step.slice(2)}` : step))
    .join('  ')
  return [{ kind: 'text', text: text === '' ? '–' : text }]
}

const cornerOf = (square: Square) => ({
  x: EDGE + fileOf(square) * SIZE,
  y: (7 - rankOf(square)) * SIZE + 2,
})

/** Dark squares are hatched where nobody stands: black ink is enough, and a white man is seen on any. */
function hatch(square: Square): string {
  const { x, y } = cornerOf(square)
  const [third, two] = [SIZE / 3, (SIZE * 2) / 3]
  return [
    `M${x} ${y + third}l${third} ${-third}`,
    `M${x} ${y + two}l${two} ${-two}`,
    `M${x} ${y + SIZE}l${SIZE} ${-SIZE}`,
    `M${x + third} ${y + SIZE}l${two} ${-two}`,
    `M${x + two} ${y + SIZE}l${third} ${-third}`,
  ].join('')
}

const isDark = (square: Square): boolean => (fileOf(square) + rankOf(square)) % 2 === 0

function diagram(men: Men, stars: readonly Square[]): PrintPart {
  const side = SIZE * 8
  const dark = squares.filter((square) => isDark(square) && !men.has(square) && !stars.includes(square))
  const standing = [...men].flatMap(([square, { kind, isWhite }]): Path[] => {
    const { x, y } = cornerOf(square)
    return outlines[kind].body.map((line) => ({
      d: putAt(line, x, y, SIZE / 100),
      stroke: 1.2,
      ...(isWhite ? {} : { fill: true }),
    }))
  })
  return {
    kind: 'drawing',
    width: side + EDGE + 4,
    height: side + EDGE + 4,
    paths: [
      { d: dark.map(hatch).join(''), stroke: 0.6 },
      { d: `M${EDGE} 2h${side}v${side}h${-side}Z`, stroke: 2 },
      ...standing,
      ...stars.map((square) => ({ d: starAt(square), stroke: 1.2 })),
    ],
    labels: [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => [
      { x: EDGE + (at + 0.5) * SIZE, y: side + EDGE / 2 + 4, size: 11, text: files.charAt(at) },
      { x: EDGE / 2, y: (7 - at + 0.5) * SIZE + 2, size: 11, text: `${at + 1}` },
    ]),
  }
}

function starAt(square: Square): string {
  const { x, y } = cornerOf(square)
  const corners = Array.from({ length: 10 }, (_, at) => {
    const far = (at % 2 === 0 ? 0.4 : 0.17) * SIZE
    const angle = (at * Math.PI) / 5 - Math.PI / 2
    const place = [x + SIZE / 2 + Math.cos(angle) * far, y + SIZE / 2 + Math.sin(angle) * far]
    return place.map((length) => Math.round(length * 10) / 10).join(' ')
  })
  return `M${corners.join('L')}Z`
}
