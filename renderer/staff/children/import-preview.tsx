import type { ReactNode } from 'react'
import type { ImportPreview as Plan } from '#contract/children.ts'
import { Notice, Panel, Table } from '#ui/staff.ts'
import { wordIfAny } from '../../i18n/use-words.tsx'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { ImportNotes, ImportSums } from './import-sums.tsx'
import { leftOut, toLookAt } from './import-sum-rules.ts'
import { LeftOutLines } from './left-out-lines.tsx'
import { useLineWord } from './line-word.ts'

interface ImportPreviewProps {
  readonly plan: Plan
  /** What waits for a person stands before what does not. */
  readonly children: ReactNode
}

/** What a class list would do, line by line. */
export function ImportPreview({ plan, children }: ImportPreviewProps) {
  const { t, words } = useWords()
  const tableWords = useTableWords()
  const lineWord = useLineWord()
  const problems = toLookAt(plan)
  const lines = [
    ...plan.create.map((row) => ({ ...row, kind: 'create' as const, changes: [] as readonly string[] })),
    ...plan.update.map((row) => ({ ...row, kind: 'update' as const })),
  ].toSorted((one, other) => one.line - other.line)
  return (
    <div className="import-preview">
      <ImportSums plan={plan} />
      <ImportNotes plan={plan} />
      {children}
      {plan.places > 0 && <Notice tone="note" title={t('import.places', { count: plan.places })} />}
      {lines.length === 0 && plan.questions.length === 0 && plan.unchanged > 0 && (
        <Notice tone="good" title={t('import.nothing-new')} />
      )}
      {plan.unusedColumns.length > 0 && (
        <Notice tone="note" title={t('import.unused', { columns: plan.unusedColumns.join('、') })} />
      )}
      {problems.length > 0 && (
        <Panel title={t('import.problems-title')}>
          <Table
            label={t('import.problems-title')}
            size={20}
            rows={problems}
            rowKey={({ line, code, value }) => `${line} ${code} ${value}`}
            words={tableWords}
            columns={[
              { id: 'line', title: t('import.line'), cell: ({ line }) => lineWord(line) },
              {
                id: 'words',
                title: t('import.what'),
                cell: ({ code, value }) => (
                  <span className="wraps">
                    {wordIfAny(words, `import.problem.${code}`, { value }) ?? code}
                  </span>
                ),
              },
            ]}
          />
        </Panel>
      )}
      <LeftOutLines lines={leftOut(plan)} />
      {lines.length > 0 && (
        <Panel title={t('import.will-do')}>
          <Table
            label={t('import.will-do')}
            size={20}
            rows={lines}
            rowKey={({ line }) => String(line)}
            words={tableWords}
            columns={[
              { id: 'line', title: t('import.line'), cell: ({ line }) => lineWord(line) },
              { id: 'name', title: t('children.name'), cell: ({ name }) => name },
              { id: 'class', title: t('children.class'), cell: ({ classLabel }) => classLabel },
              {
                id: 'what',
                title: t('import.what'),
                cell: ({ kind, changes }) =>
                  kind === 'create'
                    ? t('import.new')
                    : t('import.changes', {
                        what: changes.map((one) => wordIfAny(words, `import.field.${one}`) ?? one).join('、'),
                      }),
              },
            ]}
          />
        </Panel>
      )}
    </div>
  )
}
