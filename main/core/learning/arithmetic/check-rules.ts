import type { Question } from './question-rules.ts'

/**
 * A typed answer as it is compared and kept: "007" is 7, "１５" is 15, ".50" is 0.5, "5." is 5.
 * Null for what is no number yet: empty, only a point, or anything a pad cannot type.
 */
export function normaliseAnswer(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll('。', '.').trim()
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match || plain.length > 40) return null
  const [whole = '', decimals = ''] = [match[1], match[2]]
  if (whole === '' && decimals === '') return null
  const kept = decimals.replace(/0+$/, '')
  const front = whole.replace(/^0+(?=\d)/, '') || '0'
  return kept === '' ? front : `${front}.${kept}`
}

/** What a typed answer is; `empty` is not a try and costs nothing. */
export function checkAnswer(question: Pick<Question, 'answer'>, typed: string): 'empty' | 'right' | 'wrong' {
  const answer = normaliseAnswer(typed)
  if (answer === null) return 'empty'
  return answer === question.answer ? 'right' : 'wrong'
}
