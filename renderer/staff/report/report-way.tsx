import type { ClassRow } from '#contract/people.ts'
import type { Report, ReportQuestion } from '#contract/usage.ts'
import { Button, Icon } from '#ui/staff.ts'
import { useWords } from '../words.ts'

interface ReportWayProps {
  readonly report: Report | undefined
  readonly question: ReportQuestion
  readonly classes: readonly ClassRow[]
  readonly onAsk: (question: ReportQuestion) => void
}

/** The way from all classes to this class or child, and back. */
export function ReportWay({ report, question, classes, onAsk }: ReportWayProps) {
  const { t } = useWords()
  const { unit, day, classId, childId } = question
  if (classId === undefined) return null
  const label = classes.find(({ id }) => id === classId)?.label ?? ''
  return (
    <nav className="report-way" aria-label={t('report.way')}>
      <Button look="ghost" icon="arrow-left" label={t('report.all')} onPress={() => onAsk({ unit, day })} />
      <Icon name="caret-right" weight="regular" />
      {childId === undefined ? (
        <b>{label}</b>
      ) : (
        <>
          <Button look="ghost" label={label} onPress={() => onAsk({ unit, day, classId })} />
          <Icon name="caret-right" weight="regular" />
          <b>{report?.rows[0]?.label}</b>
        </>
      )}
    </nav>
  )
}
