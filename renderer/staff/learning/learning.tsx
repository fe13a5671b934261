import './learning.css'
import { useState } from 'react'
import type { HardLevel } from '#contract/learning.ts'
import type { StaffPerson } from '#contract/people.ts'
import { DeskHead, Notice, Select, Tabs, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { Hard } from './hard.tsx'
import { Learnt } from './learnt.tsx'
import { Sheets } from './sheets.tsx'
import { ShelfSwitches } from './shelf-switches.tsx'

const views = ['learnt', 'hard', 'sheets', 'shelf'] as const
type View = (typeof views)[number]
/** How far back is looked, in days: a week, a month, a term. */
const spans = [7, 30, 150] as const

/** What was learnt (L1 to L11): by child, class and activity, what is hard, sheets to print, and what stands on the shelf. */
export default function Learning({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const [view, show] = useState<View>('learnt')
  const [classId, setClassId] = useState<string>()
  const [days, setDays] = useState<number>(30)
  // What was hard is printed next.
  const [sheet, setSheet] = useState<Pick<HardLevel, 'activity' | 'level'>>()
  const classes = useAnswer('children.classes', undefined)
  const switches = useAnswer('learning.switches', undefined, { fresh: true })
  const ready = useActivityCatalogs('shelf', ...(switches.value ?? []).map(({ activity }) => activity))
  const asks = view === 'learnt' || view === 'hard'
  const question = { days, ...(classId === undefined ? {} : { classId }) }
  const report = useAnswer('learning.report', question, { when: asks, fresh: true })
  const refusal = switches.refusal ?? (asks ? report.refusal : undefined)
  return (
    <>
      <DeskHead title={t('console.page.learning')}>
        <Tabs
          big
          label={t('learning.view-label')}
          items={views.map((id) => ({ id, label: t(`learning.view.${id}`) }))}
          chosen={view}
          onChoose={(id) => {
            setSheet(undefined)
            show(views.find((one) => one === id) ?? 'learnt')
          }}
        />
        {asks && (
          <>
            <Select
              label={t('children.class')}
              hideLabel
              items={[
                { id: 'all', label: t('children.all-classes') },
                ...(classes.value ?? []).map(({ id, label }) => ({ id, label })),
              ]}
              chosen={classId ?? 'all'}
              onChoose={(id) => setClassId(id === 'all' ? undefined : id)}
            />
            <Select
              label={t('learning.span-label')}
              hideLabel
              items={spans.map((span) => ({ id: `${span}`, label: t(`learning.span.${span}`) }))}
              chosen={`${days}`}
              onChoose={(id) => setDays(Number(id))}
            />
          </>
        )}
      </DeskHead>
      {refusal ? (
        <Notice tone="care" title={refusalWords(t, refusal)} />
      ) : !ready || !switches.value || (asks && !report.value) ? (
        <Waiting label={t('console.waiting')} />
      ) : (
        <>
          {view === 'learnt' && report.value && <Learnt key={classId ?? 'all'} rows={report.value.rows} />}
          {view === 'hard' && report.value && (
            <Hard
              levels={report.value.hardLevels}
              items={report.value.hard}
              onSheet={(level) => {
                setSheet(level)
                show('sheets')
              }}
            />
          )}
          {view === 'sheets' && <Sheets activities={switches.value} first={sheet} />}
          {view === 'shelf' && (
            <ShelfSwitches
              rows={switches.value}
              mayChange={person.role === 'coordinator' || person.role === 'teacher'}
              onChanged={switches.again}
            />
          )}
        </>
      )}
    </>
  )
}
