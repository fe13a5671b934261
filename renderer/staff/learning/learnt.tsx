import { useState } from 'react'
import type { ProgressRow } from '#contract/learning.ts'
import { Button, EmptyState, Panel, Table, type Column } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { ChildSheet } from './child-sheet.tsx'
import { byActivity, type ActivityTally } from './tally-rules.ts'
import { useNames } from './use-names.ts'

type Chosen = { readonly activity: string } | { readonly childId: string }

/** By activity; an activity opens into its children, a child into all that it has begun. */
export function Learnt({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  const [chosen, choose] = useState<Chosen>()
  if (rows.length === 0)
    return (
      <Panel>
        <EmptyState title={t('learning.nothing')} hint={t('learning.nothing-hint')} />
      </Panel>
    )
  if (!chosen)
    return (
      <Panel>
        <Tallies rows={byActivity(rows)} onOpen={(activity) => choose({ activity })} />
      </Panel>
    )
  const inside = rows.filter((row) =>
    'childId' in chosen ? row.childId === chosen.childId : row.activity === chosen.activity,
  )
  const [first] = inside
  const title = 'childId' in chosen ? (first?.childName ?? '') : names.activity(chosen.activity)
  const who: Column<ProgressRow> =
    'childId' in chosen
      ? { id: 'activity', title: t('learning.activity'), cell: ({ activity }) => names.activity(activity) }
      : {
          id: 'child',
          title: t('learning.child'),
          cell: ({ childName, classLabel }) => `${childName}  ${classLabel}`,
        }
  const columns: readonly Column<ProgressRow>[] = [
    who,
    {
      id: 'level',
      title: t('learning.level'),
      cell: ({ activity, level, place, places }) => `${names.level(activity, level)} (${place}/${places})`,
    },
    ...shared(t),
  ]
  return (
    <Panel
      title={title}
      right={
        <>
          {'childId' in chosen && <ChildSheet childId={chosen.childId} name={title} />}
          <Button
            look="ghost"
            icon="arrow-left"
            label={t('learning.back')}
            onPress={() => choose(undefined)}
          />
        </>
      }
    >
      <Table
        key={JSON.stringify(chosen)}
        label={title}
        rows={inside}
        rowKey={({ childId, activity }) => `${childId} ${activity}`}
        words={words}
        columns={columns}
        onOpen={({ childId, activity }) => choose('childId' in chosen ? { activity } : { childId })}
      />
    </Panel>
  )
}

type Say = ReturnType<typeof useWords>['t']

interface Counted {
  readonly minutes: number
  readonly tries: number
  readonly right: number
  readonly inBook: number
}

const shared = (t: Say): readonly Column<Counted>[] => [
  { id: 'minutes', title: t('learning.minutes'), number: true, cell: ({ minutes }) => Math.round(minutes) },
  { id: 'tries', title: t('learning.tries'), number: true, cell: ({ tries }) => tries },
  {
    id: 'right',
    title: t('learning.right'),
    number: true,
    cell: ({ tries, right }) => (tries === 0 ? '' : `${Math.round((100 * right) / tries)} %`),
  },
  { id: 'book', title: t('learning.in-book'), number: true, cell: ({ inBook }) => inBook },
]

function Tallies({
  rows,
  onOpen,
}: {
  readonly rows: readonly ActivityTally[]
  readonly onOpen: (activity: string) => void
}) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  return (
    <Table
      label={t('learning.view.learnt')}
      rows={rows}
      rowKey={({ activity }) => activity}
      words={words}
      columns={[
        {
          id: 'activity',
          title: t('learning.activity'),
          cell: ({ activity }: ActivityTally) => names.activity(activity),
        },
        {
          id: 'children',
          title: t('learning.children'),
          number: true,
          cell: ({ children }: ActivityTally) => children,
        },
        {
          id: 'level',
          title: t('learning.levels'),
          cell: ({ activity, lowest, highest }: ActivityTally) =>
            lowest === highest
              ? names.level(activity, lowest)
              : `${names.level(activity, lowest)} … ${names.level(activity, highest)}`,
        },
        ...shared(t),
      ]}
      onOpen={({ activity }) => onOpen(activity)}
    />
  )
}
