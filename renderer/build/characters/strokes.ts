import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Strokes } from '#core/learning/characters/content-rules.ts'
import corrections from './stroke-order.json' with { type: 'json' }

const require = createRequire(import.meta.url)

/** For each character whose published order is wrong: the places of its strokes in the order of the standard (GF 3002-1999). */
const corrected: Readonly<Record<string, readonly number[]>> = corrections

/** How a character is written, in the order of the standard. Throws for one that hanzi-writer-data lacks. */
export function writtenAs(character: string): Strokes {
  const file = require.resolve(`hanzi-writer-data/${character}.json`)
  const { strokes, medians, radStrokes } = JSON.parse(readFileSync(file, 'utf8')) as Strokes
  const order = corrected[character]
  if (!order) return { strokes, medians, ...(radStrokes ? { radStrokes } : {}) }
  const sorted = <T>(list: readonly T[]): readonly T[] => order.flatMap((at) => list.slice(at, at + 1))
  const radical = radStrokes?.map((at) => order.indexOf(at)).toSorted((one, other) => one - other)
  return { strokes: sorted(strokes), medians: sorted(medians), ...(radical ? { radStrokes: radical } : {}) }
}
