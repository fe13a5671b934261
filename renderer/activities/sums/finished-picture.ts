import type { SumExercise, Term } from '#core/learning/arithmetic/exercise-rules.ts'
import type { Finished } from '../frame/finished.ts'
import { numberText, signs } from './sum-rules.ts'

const line = 64
const edge = 36
/** Between two columns, and the widest of them. */
const between = 30
const widest = 420

const termText = (term: Term) =>
  term.kind === 'number' ? numberText(term) : `${term.numerator}/${term.denominator}`

function sumText({ exercise, answer }: Finished): string {
  const { terms, operators, over } = exercise as SumExercise
  const asked = terms.map(
    (term, index) => `${index > 0 ? ` ${signs[operators[index - 1] ?? 'add']} ` : ''}${termText(term)}`,
  )
  return `${asked.join('')} ＝ ${typeof answer === 'string' ? answer : ''}${over === null ? '' : `/${over}`}`
}

/** The sums of a round as a child's own sheet: one on each line, with its answer. */
export function drawFinishedSums(finished: readonly Finished[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const twoRows = finished.length > 6
  const rows = twoRows ? Math.ceil(finished.length / 2) : finished.length
  const ground = canvas.getContext('2d')
  if (!ground) return canvas
  const face = `34px ${getComputedStyle(document.documentElement).getPropertyValue('--face-child') || 'sans-serif'}`
  ground.font = face
  // No wider than what stands there: on the page all of it is as large as the widest allows.
  const texts = finished.map(sumText)
  const width = Math.min(
    widest,
    Math.ceil(Math.max(160, ...texts.map((text) => ground.measureText(text).width))),
  )
  canvas.width = 2 * edge + (width + between) * (twoRows ? 2 : 1) - between
  canvas.height = 2 * edge + rows * line
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, canvas.width, canvas.height)
  ground.font = face
  ground.textBaseline = 'middle'
  texts.forEach((text, index) => {
    const left = edge + Math.floor(index / rows) * (width + between)
    const y = edge + (index % rows) * line + line / 2
    ground.fillStyle = '#33291f'
    ground.fillText(text, left, y, width)
    ground.fillStyle = '#d8e6ee'
    ground.fillRect(left, y + line / 2 - 3, width, 2)
  })
  return canvas
}
