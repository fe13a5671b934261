import type { MistakeRow } from '#contract/learning.ts'
import { useKnownTime } from '../known-time.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from './print-sheet.tsx'
import { Printed } from './printed.tsx'

/** A sheet of mistakes by activity, and their answers on a page of their own. The words of the activities are there. */
export function MistakeSheet({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly MistakeRow[]
}) {
  const { t } = useWords()
  const parts = [...Map.groupBy(rows, ({ activity }) => activity)]
  return (
    <PrintSheet title={title}>
      {parts.map(([activity, mistakes]) => (
        <Asked key={activity} activity={activity} mistakes={mistakes} />
      ))}
      <section className="answers-page">
        <h1>{t('children.mistakes-answers', { title })}</h1>
        {parts.map(([activity, mistakes]) => (
          <Answers key={activity} activity={activity} mistakes={mistakes} />
        ))}
      </section>
    </PrintSheet>
  )
}

interface PartProps {
  readonly activity: string
  readonly mistakes: readonly MistakeRow[]
}

function Asked({ activity, mistakes }: PartProps) {
  const { t } = useWords()
  const { any } = useShelfWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  return (
    <section>
      <h2>{any(`title.${activity}`) ?? activity}</h2>
      <table className="paper-mistakes">
        <thead>
          <tr>
            <th>{t('children.mistakes-sum')}</th>
            <th>{t('children.mistakes-space')}</th>
            <th>{t('children.mistakes-day')}</th>
          </tr>
        </thead>
        <tbody>
          {mistakes.map(({ id, ask, missedAt }, index) => (
            <tr key={id}>
              <td>
                <span className="paper-numbered">
                  <span>{index + 1}.</span>
                  <Printed activity={activity} parts={ask} />
                </span>
              </td>
              <td>{'\u00A0'}</td>
              <td>{day(missedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answers({ activity, mistakes }: PartProps) {
  const { any } = useShelfWords()
  return (
    <section>
      <h2>{any(`title.${activity}`) ?? activity}</h2>
      <ol className="paper-answers">
        {mistakes.map(({ id, answer }) => (
          <li key={id}>
            <Printed activity={activity} parts={answer} />
          </li>
        ))}
      </ol>
    </section>
  )
}
