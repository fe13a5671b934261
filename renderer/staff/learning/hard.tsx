import type { HardItem, HardLevel } from '#contract/learning.ts'
import { Button, EmptyState, Notice, Panel, Table } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { ExercisePaper } from '../papers/exercise-paper.tsx'
import { Printed } from '../papers/printed.tsx'
import { useNames } from './use-names.ts'

interface HardProps {
  readonly levels: readonly HardLevel[]
  readonly items: readonly HardItem[]
  readonly onSheet: (level: HardLevel) => void
}

/** Where children get stuck, and what most of them missed: to look at, and to do again on paper. */
export function Hard({ levels, items, onSheet }: HardProps) {
  const { t } = useWords()
  if (items.length === 0 && levels.length === 0)
    return (
      <Panel>
        <EmptyState title={t('learning.nothing-hard')} hint={t('learning.nothing-hard-hint')} />
      </Panel>
    )
  return (
    <>
      {levels.length > 0 && <Levels levels={levels} onSheet={onSheet} />}
      {items.length > 0 && <Items items={items} />}
    </>
  )
}

function Levels({ levels, onSheet }: Pick<HardProps, 'levels' | 'onSheet'>) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  return (
    <Panel title={t('learning.hard-levels')} note={t('learning.hard-levels-hint')}>
      <Table
        label={t('learning.hard-levels')}
        rows={levels}
        rowKey={({ activity, level }) => `${activity} ${level}`}
        size={10}
        words={words}
        onOpen={onSheet}
        columns={[
          {
            id: 'level',
            title: t('learning.level'),
            cell: ({ activity, level }) => names.level(activity, level),
          },
          { id: 'activity', title: t('learning.activity'), cell: ({ activity }) => names.activity(activity) },
          {
            id: 'grade',
            title: t('learning.of-grade'),
            number: true,
            cell: ({ levelGrade }) => levelGrade ?? '',
          },
          { id: 'children', title: t('learning.on-it'), number: true, cell: ({ children }) => children },
          { id: 'stuck', title: t('learning.stuck'), number: true, cell: ({ stuck }) => stuck },
          {
            id: 'alone',
            title: t('learning.alone'),
            number: true,
            cell: ({ asked, alone }) => (asked === 0 ? '' : `${Math.round((100 * alone) / asked)} %`),
          },
        ]}
      />
    </Panel>
  )
}

function Items({ items }: Pick<HardProps, 'items'>) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  const print = useDo('files.print')
  return (
    <Panel
      title={t('learning.hard-items')}
      right={<Button icon="printer" label={t('papers.print')} busy={print.busy} onPress={() => print.go()} />}
    >
      {print.refusal && <Notice tone="care" title={refusalWords(t, print.refusal)} />}
      <Table
        label={t('learning.hard-items')}
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
