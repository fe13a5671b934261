import type { SumExercise, Term } from '#core/learning/arithmetic/exercise-rules.ts'
import { segmentAt, segments } from '#ui/segments.ts'
import type { SayOfSums } from './words.ts'

export const signs = { add: '＋', subtract: '－', multiply: '×', divide: '÷' } as const

/** A number as it is written: units 12 with 1 place is “1.2”. */
export function numberText({ units, places }: { readonly units: number; readonly places: number }): string {
  if (places === 0) return `${units}`
  const digits = `${units}`.padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const width = (term: Term) =>
  term.kind === 'number'
    ? numberText(term).length
    : Math.max(`${term.numerator}`.length, `${term.denominator}`.length)

/** Characters a question takes on the screen, fractions as their wider half; large ones are drawn smaller. */
export function lengthOf({ terms, operators, over }: SumExercise): number {
  return terms.reduce((sum, term) => sum + width(term), operators.length + (over === null ? 0 : 1))
}

/** What a key does to the typed answer; at most `most` digits, one point, no digits before a zero. */
export function typed(before: string, key: string, most = 6): string {
  if (key === '.') return before.includes('.') ? before : before === '' ? '0.' : `${before}.`
  if (before.replace('.', '').length >= most) return before
  return before === '0' ? key : before + key
}

/** What can be handed in: a point at the end needs a digit after it. */
export const answerable = (text: string) => text !== '' && !text.endsWith('.')

/** The question as it is read aloud: what is said of each term, of each sign between two, and of the end, in this order. */
export function spokenSum(t: SayOfSums, { terms, operators, over }: SumExercise): readonly string[] {
  const parts = terms.flatMap((term, index) => {
    const operator = operators[index - 1]
    const said =
      term.kind === 'number'
        ? numberText(term)
        : t('say.fraction', { numerator: term.numerator, denominator: term.denominator })
    return operator ? [t(`say.${operator}`), said] : [said]
  })
  parts.push(over === null ? t('say.equals') : t('say.equals-over', { over }))
  return parts
}

/** What is read, as one text. */
export const asText = (said: readonly string[]): string => said.join(' ')

/** How many of these parts have begun when the reading of their text has come to that segment (see `segments`). */
export function begun(said: readonly string[], at: number | undefined): number {
  if (at === undefined) return 0
  const parts = segments(asText(said))
  let start = 0
  const starts = said.map((part) => {
    const mine = start
    start += part.length + 1
    return segmentAt(parts, mine)
  })
  return starts.filter((first) => first <= at).length
}
