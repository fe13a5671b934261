import type { PrintLine } from '#contract/learning.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from './print-sheet.tsx'
import { Printed } from './printed.tsx'

interface ExercisePaperProps {
  readonly title: string
  readonly lines: readonly (PrintLine & { readonly activity: string })[]
}

/** Exercises on paper with a line for the name, their answers on a page of their own. */
export function ExercisePaper({ title, lines }: ExercisePaperProps) {
  const { t } = useWords()
  return (
    <PrintSheet title={title}>
      <p className="paper-name">{t('papers.name')}</p>
      <ol className="paper-lines">
        {lines.map(({ activity, ask }, index) => (
          <li key={`${index}`}>
            <Printed activity={activity} parts={ask} />
          </li>
        ))}
      </ol>
      <section className="answers-page">
        <h1>{t('children.mistakes-answers', { title })}</h1>
        <ol className="paper-lines">
          {lines.map(({ activity, answer }, index) => (
            <li key={`${index}`}>
              <Printed activity={activity} parts={answer} />
            </li>
          ))}
        </ol>
      </section>
    </PrintSheet>
  )
}
