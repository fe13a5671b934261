import './contacts.css'
import { useMemo, useState } from 'react'
import type { FamilyLine } from '#contract/contacts.ts'
import type { StaffPerson } from '#contract/people.ts'
import { Chip, DeskHead, EmptyState, Face, Notice, Panel, Select, Table, Tabs, TextField } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { matching } from '../children/matching-rules.ts'
import { FamilyPage } from './family-page.tsx'
import { filtered, overviewFilters, type OverviewFilter } from './overview-rules.ts'

/** All children with whom they may reach: who has nobody yet, who still waits for a consent or a device. */
export default function Contacts({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const tableWords = useTableWords()
  const [opened, open] = useState<string>()
  const [filter, setFilter] = useState<OverviewFilter>('all')
  const [words, setWords] = useState('')
  const [classId, setClassId] = useState('all')
  const lines = useAnswer('contacts.overview', undefined)
  const paired = useAnswer('contacts.paired', undefined, { fresh: true })
  const devices = useMemo(
    () => paired.value && new Map(paired.value.map((one) => [one.childId, one.devices])),
    [paired.value],
  )
  if (opened !== undefined)
    return <FamilyPage childId={opened} person={person} onBack={() => open(undefined)} />

  const all = lines.value ?? []
  const classes = new Map(all.map((line) => [line.classId, line.classLabel]))
  const shown = matching(filtered(all, filter, devices), words, classId === 'all' ? undefined : classId)
  const alone = filtered(all, 'nobody', devices).length
  const offered = overviewFilters.filter((one) => one !== 'no-device' || devices !== undefined)
  const mayDo = (line: FamilyLine) =>
    line.agreed.length === 0
      ? t('contacts.none')
      : line.agreed.map((purpose) => (
          <Chip key={purpose} tone="good" icon="check">
            {t(`contacts.purpose.${purpose}`)}
          </Chip>
        ))

  return (
    <>
      <DeskHead title={t('console.page.contacts')}>
        {alone > 0 && <Chip tone="care">{t('contacts.waiting-nobody', { count: alone })}</Chip>}
      </DeskHead>
      <div className="contacts-tools">
        <TextField
          label={t('children.search')}
          hideLabel
          type="search"
          placeholder={t('children.search')}
          value={words}
          onChange={setWords}
        />
        <Select
          label={t('children.class')}
          hideLabel
          items={[
            { id: 'all', label: t('children.all-classes') },
            ...[...classes].map(([id, label]) => ({ id, label })),
          ]}
          chosen={classId}
          onChoose={setClassId}
        />
        <Tabs
          label={t('contacts.filter')}
          items={offered.map((id) => ({ id, label: t(`contacts.filter-${id}`) }))}
          chosen={filter}
          onChoose={(id) => setFilter(offered.find((one) => one === id) ?? 'all')}
        />
      </div>
      {lines.refusal && <Notice tone="bad" title={refusalWords(t, lines.refusal)} />}
      <Panel>
        <Table
          label={t('console.page.contacts')}
          rows={shown}
          rowKey={({ childId }) => childId}
          onOpen={({ childId }) => open(childId)}
          words={tableWords}
          {...(lines.value ? { empty: <EmptyState title={t('contacts.everybody')} /> } : {})}
          columns={[
            {
              id: 'name',
              title: t('children.name'),
              cell: (line) => (
                <span className="kin-child">
                  <Face face={line.face} size={36} />
                  <b>{line.name}</b>
                </span>
              ),
            },
            { id: 'class', title: t('children.class'), cell: (line) => line.classLabel },
            {
              id: 'family',
              title: t('contacts.column-family'),
              cell: ({ contacts }) => (contacts.length === 0 ? t('contacts.none') : contacts.join('、')),
            },
            {
              id: 'consent',
              title: t('contacts.column-consent'),
              cell: (line) => <span className="kin-chips">{mayDo(line)}</span>,
            },
            {
              id: 'devices',
              title: t('contacts.column-devices'),
              number: true,
              cell: ({ childId }) => (devices ? (devices.get(childId) ?? 0) : '–'),
            },
          ]}
        />
      </Panel>
    </>
  )
}
