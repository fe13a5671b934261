import type { MistakeRow, Operator, Term } from '#contract/sums.ts'

const signs: Readonly<Record<Operator, string>> = { add: '＋', subtract: '－', multiply: '×', divide: '÷' }

const termText = (term: Term) =>
  term.kind === 'number'
    ? (term.units / 10 ** term.places).toFixed(term.places)
    : `${term.numerator}/${term.denominator}`

/** A sum as it stands on paper: `8 ＋ 7 ＝ `, `2/7 ＋ 3/7 ＝ □/7`. */
export function sumText({
  terms,
  operators,
  over,
}: Pick<MistakeRow, 'terms' | 'operators' | 'over'>): string {
  const body = terms.map((term, index) => {
    const operator = operators[index - 1]
    return operator ? `${signs[operator]} ${termText(term)}` : termText(term)
  })
  return `${body.join(' ')} ＝ ${over === null ? '' : `□/${over}`}`.trimEnd()
}
