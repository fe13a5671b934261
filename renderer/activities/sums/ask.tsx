import './ask.css'
import { Fragment } from 'react'
import type { SumExercise, Term } from '#core/learning/arithmetic/exercise-rules.ts'
import { AnswerField, type AnswerFieldProps } from '#ui/child/sums.tsx'
import { lengthOf, numberText, signs } from './sum-rules.ts'

/** The question, large, with the field for its answer; a fraction's answer is a numerator over the given denominator. */
export function Ask({
  question,
  answer,
}: {
  readonly question: SumExercise
  readonly answer: AnswerFieldProps
}) {
  const length = lengthOf(question)
  const size = length > 8 ? 'small' : length > 5 ? 'middle' : 'large'
  return (
    <div className={`ask-sum sums-ask ${size}`}>
      {question.terms.map((term, index) => {
        const operator = question.operators[index - 1]
        return (
          <Fragment key={`${index} ${JSON.stringify(term)}`}>
            {operator && <i>{signs[operator]}</i>}
            <Written term={term} />
          </Fragment>
        )
      })}
      <i>＝</i>
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

function Written({ term }: { readonly term: Term }) {
  if (term.kind === 'number') return <span>{numberText(term)}</span>
  return (
    <span className="fraction">
      <span>{term.numerator}</span>
      <b />
      <span>{term.denominator}</span>
    </span>
  )
}
