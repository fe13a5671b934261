import { Table, type Column } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import type { ActivityTally, ChildTally } from './tally-rules.ts'
import { useNames } from './use-names.ts'

interface Counted {
  readonly minutes: number
  readonly tries: number
  readonly right: number
  readonly inBook: number
}

/** What every table of learning counts. */
export function useCounted(): readonly Column<Counted>[] {
  const { t } = useWords()
  return [
    {
      id: 'minutes',
      title: t('learning.minutes'),
      number: true,
      // Half a minute is not none.
      cell: ({ minutes }) => (minutes > 0 && minutes < 1 ? t('learning.under-one') : Math.round(minutes)),
    },
    { id: 'tries', title: t('learning.tries'), number: true, cell: ({ tries }) => tries },
    {
      id: 'right',
      title: t('learning.right'),
      number: true,
      cell: ({ tries, right }) => (tries === 0 ? '' : `${Math.round((100 * right) / tries)} %`),
    },
    { id: 'book', title: t('learning.in-book'), number: true, cell: ({ inBook }) => inBook },
  ]
}

export function Activities({
  rows,
  onOpen,
}: {
  readonly rows: readonly ActivityTally[]
  readonly onOpen: (activity: string) => void
}) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  const columns: readonly Column<ActivityTally>[] = [
    { id: 'activity', title: t('learning.activity'), cell: ({ activity }) => names.activity(activity) },
    { id: 'children', title: t('learning.children'), number: true, cell: ({ children }) => children },
    {
      id: 'level',
      title: t('learning.levels'),
      cell: ({ activity, lowest, highest }) =>
        lowest === highest
          ? names.level(activity, lowest)
          : `${names.level(activity, lowest)} … ${names.level(activity, highest)}`,
    },
    ...useCounted(),
  ]
  return (
    <Table
      label={t('learning.view.learnt')}
      rows={rows}
      rowKey={({ activity }) => activity}
      words={words}
      columns={columns}
      onOpen={({ activity }) => onOpen(activity)}
    />
  )
}

export function Children({
  rows,
  onOpen,
}: {
  readonly rows: readonly ChildTally[]
  readonly onOpen: (childId: string) => void
}) {
  const { t } = useWords()
  const words = useTableWords()
  const columns: readonly Column<ChildTally>[] = [
    { id: 'child', title: t('learning.child'), cell: ({ childName }) => childName },
    { id: 'class', title: t('learning.class'), cell: ({ classLabel }) => classLabel },
    { id: 'activities', title: t('learning.activities'), number: true, cell: ({ activities }) => activities },
    ...useCounted(),
  ]
  return (
    <Table
      label={t('learning.view.learnt')}
      rows={rows}
      rowKey={({ childId }) => childId}
      words={words}
      columns={columns}
      onOpen={({ childId }) => onOpen(childId)}
    />
  )
}
