import './ask.css'
import { Fragment } from 'react'
import type { SumExercise, Term } from '#core/learning/arithmetic/exercise-rules.ts'
import { AnswerField, type AnswerFieldProps } from '#ui/child/sums.tsx'
import { useSpoken } from '#ui/speech.ts'
import { asText, begun, lengthOf, numberText, signs } from './sum-rules.ts'

/** The question, large, lit as it is read, with the field for its answer; a fraction's answer is a numerator over the given denominator. */
export function Ask({
  question,
  said,
  answer,
}: {
  readonly question: SumExercise
  /** What is read of it (`spokenSum`). */
  readonly said: readonly string[]
  readonly answer: AnswerFieldProps
}) {
  const length = lengthOf(question)
  const lit = begun(said, useSpoken(asText(said)))
  // Terms and signs take turns in what is read, from the first term on.
  const litIf = (part: number) => (part < lit ? 'lit' : undefined)
  const size = length > 8 ? 'small' : length > 5 ? 'middle' : 'large'
  return (
    <div className={`ask-sum sums-ask ${size}`}>
      {question.terms.map((term, index) => {
        const operator = question.operators[index - 1]
        return (
          <Fragment key={`${index} ${JSON.stringify(term)}`}>
            {operator && <i className={litIf(2 * index - 1)}>{signs[operator]}</i>}
            <Written term={term} lit={litIf(2 * index)} />
          </Fragment>
        )
      })}
      <i className={litIf(said.length - 1)}>＝</i>
      {question.over === null ? (
        <AnswerField {...answer} />
      ) : (
        <span className="fraction">
          <AnswerField {...answer} />
          <b />
          <span>{question.over}</span>
        </span>
      )}
    </div>
  )
}

function Written({ term, lit }: { readonly term: Term; readonly lit: string | undefined }) {
  if (term.kind === 'number') return <span className={lit}>{numberText(term)}</span>
  return (
    <span className="fraction">
      <span className={lit}>{term.numerator}</span>
      <b />
      <span className={lit}>{term.denominator}</span>
    </span>
  )
}
