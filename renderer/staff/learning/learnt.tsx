import { useState } from 'react'
import type { ProgressRow } from '#contract/learning.ts'
import { Button, EmptyState, Panel, Table, Tabs, type Column } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { ChildSheet } from './child-sheet.tsx'
import { Activities, Children, useCounted } from './tallies.tsx'
import { byActivity, byChild } from './tally-rules.ts'
import { useNames } from './use-names.ts'

type Chosen = { readonly activity: string } | { readonly childId: string }

const ways = ['activity', 'child'] as const
type Way = (typeof ways)[number]

/** By activity or by child; an activity opens into its children, a child into all that it has begun. */
export function Learnt({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const { t } = useWords()
  const names = useNames()
  const words = useTableWords()
  const counted = useCounted()
  const [chosen, choose] = useState<Chosen>()
  const [way, setWay] = useState<Way>('activity')
  if (rows.length === 0)
    return (
      <Panel>
        <EmptyState title={t('learning.nothing')} hint={t('learning.nothing-hint')} />
      </Panel>
    )
  if (!chosen)
    return (
      <Panel
        right={
          <Tabs
            label={t('learning.by-label')}
            items={ways.map((id) => ({ id, label: t(`learning.by.${id}`) }))}
            chosen={way}
            onChoose={(id) => setWay(ways.find((one) => one === id) ?? 'activity')}
          />
        }
      >
        {way === 'activity' ? (
          <Activities rows={byActivity(rows)} onOpen={(activity) => choose({ activity })} />
        ) : (
          <Children rows={byChild(rows)} onOpen={(childId) => choose({ childId })} />
        )}
      </Panel>
    )
  const inside = rows.filter((row) =>
    'childId' in chosen ? row.childId === chosen.childId : row.activity === chosen.activity,
  )
  const [first] = inside
  const name = first?.childName ?? ''
  const title = 'childId' in chosen ? `${name}  ${first?.classLabel ?? ''}` : names.activity(chosen.activity)
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
    ...counted,
  ]
  return (
    <Panel
      title={title}
      right={
        <>
          {'childId' in chosen && <ChildSheet childId={chosen.childId} name={name} />}
          <Button
            look="ghost"
            icon="arrow-left"
            label={t(way === 'child' ? 'learning.everybody' : 'learning.back')}
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
