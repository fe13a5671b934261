import type { ChildRow } from '#contract/children.ts'
import { EmptyState, Face, Icon, Panel, Table } from '#ui/staff.ts'
import { useKnownTime } from '../known-time.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'

interface ChildrenTableProps {
  readonly rows: readonly ChildRow[]
  readonly onOpen: (row: ChildRow) => void
}

export function ChildrenTable({ rows, onOpen }: ChildrenTableProps) {
  const { t } = useWords()
  const words = useTableWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  return (
    <Panel className="fill">
      <Table
        label={t('console.page.children')}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        words={words}
        empty={<EmptyState title={t('children.nobody-found')} />}
        columns={[
          {
            id: 'name',
            title: t('children.name'),
            cell: (row) => (
              <span className="child-name">
                <Face face={row.face} size={36} />
                <b>{row.name}</b>
                <small>{row.pinyin}</small>
              </span>
            ),
          },
          { id: 'class', title: t('children.class'), cell: (row) => row.classLabel },
          { id: 'number', title: t('children.number'), cell: (row) => row.number ?? '–' },
          {
            id: 'pictures',
            title: t('children.pictures'),
            cell: (row) =>
              row.pictures ? (
                <>
                  <Icon name="lock-simple" weight="regular" /> {t('children.on')}
                </>
              ) : (
                t('children.off')
              ),
          },
          {
            id: 'last',
            title: t('children.last'),
            number: true,
            cell: ({ lastSessionAt: last }) =>
              last === null ? t('children.never') : day(last === 'not-known' ? null : last),
          },
        ]}
      />
    </Panel>
  )
}
