import { useState } from 'react'
import type { SessionRow } from '#contract/usage.ts'
import { Button, Chip, EmptyState, Notice, Panel, Table } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'

/** Rows that main gives at once. */
const size = 50

/** The turns of one child: when, how long, how each ended. */
export function SessionList({ childId }: { readonly childId: string }) {
  const { t } = useWords()
  const tableWords = useTableWords()
  const [page, go] = useState(0)
  const list = useAnswer('usage.sessions', { childId, page }, { fresh: true })
  const when = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  const minutes = (row: SessionRow) => t('room-now.left', { minutes: Math.round(row.lengthMs / 60_000) })
  if (list.refusal) return <Notice tone="bad" title={refusalWords(t, list.refusal)} />
  if (!list.value) return null
  const { rows, total } = list.value
  return (
    <Panel title={t('report.turns', { name: rows[0]?.childName ?? '' })}>
      <Table
        label={t('report.turns', { name: rows[0]?.childName ?? '' })}
        rows={rows}
        rowKey={({ id }) => id}
        words={tableWords}
        empty={<EmptyState title={t('report.nothing')} />}
        columns={[
          {
            id: 'start',
            title: t('report.start'),
            cell: (row) => when(row.clockWrong ? null : row.startedAt),
          },
          { id: 'length', title: t('report.length'), number: true, cell: minutes },
          {
            id: 'end',
            title: t('report.end'),
            cell: (row) => (row.end ? t(`report.end-reason.${row.end}`) : t('report.running')),
          },
          {
            id: 'flags',
            title: t('report.flags'),
            cell: (row) => (
              <>
                {row.cut && <Chip tone="care">{t('report.was-cut')}</Chip>}
                {row.clockWrong && <Chip tone="care">{t('report.clock-wrong')}</Chip>}
              </>
            ),
          },
        ]}
      />
      {total > size && (
        <p className="report-pages">
          <Button label={tableWords.previous} disabled={page === 0} onPress={() => go(page - 1)} />
          <small>{tableWords.range(page * size + 1, Math.min(total, (page + 1) * size), total)}</small>
          <Button
            label={tableWords.next}
            disabled={(page + 1) * size >= total}
            onPress={() => go(page + 1)}
          />
        </p>
      )}
    </Panel>
  )
}
