import type { HardItem } from '#contract/learning.ts'
import { Button, EmptyState, Notice, Panel, Table } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { ExercisePaper } from '../papers/exercise-paper.tsx'
import { Printed } from '../papers/printed.tsx'
import { useNames } from './use-names.ts'

/** What most children missed: to look at, and to do again on paper. */
export function Hard({ items }: { readonly items: readonly HardItem[] }) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  const print = useDo('files.print')
  if (items.length === 0)
    return (
      <Panel>
        <EmptyState title={t('learning.nothing-hard')} hint={t('learning.nothing-hard-hint')} />
      </Panel>
    )
  return (
    <Panel
      title={t('learning.view.hard')}
      right={<Button icon="printer" label={t('papers.print')} busy={print.busy} onPress={() => print.go()} />}
    >
      {print.refusal && <Notice tone="care" title={refusalWords(t, print.refusal)} />}
      <Table
        label={t('learning.view.hard')}
        rows={items}
        rowKey={({ activity, item }) => `${activity} ${item}`}
        words={words}
        columns={[
          {
            id: 'item',
            title: t('learning.item'),
            cell: ({ activity, ask }) => <Printed activity={activity} parts={ask} />,
          },
          { id: 'activity', title: t('learning.activity'), cell: ({ activity }) => names.activity(activity) },
          {
            id: 'level',
            title: t('learning.level'),
            cell: ({ activity, level }) => names.level(activity, level),
          },
          { id: 'children', title: t('learning.missed-by'), number: true, cell: ({ children }) => children },
          { id: 'times', title: t('learning.missed-times'), number: true, cell: ({ times }) => times },
        ]}
      />
      <ExercisePaper title={t('learning.view.hard')} lines={items} />
    </Panel>
  )
}
