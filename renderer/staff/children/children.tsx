import './children.css'
import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import type { StaffPerson } from '#contract/people.ts'
import { Button, Chip, DeskHead, EmptyState, Notice, Panel, Select, TextField, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { OpeningPage } from '../opening/opening-page.tsx'
import { FamilyPage } from '../contacts/family-page.tsx'
import { OpenRequests } from '../rights/open-requests.tsx'
import { RightsPage } from '../rights/rights-page.tsx'
import { ChildDialog } from './child-dialog.tsx'
import { ChildrenTable } from './children-table.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { matching } from './matching-rules.ts'

/** All children of the room: find one, open one, add one, import a class. */
export default function Children({ person }: { readonly person: StaffPerson }) {
  const { t } = useWords()
  const children = useAnswer('children.list', undefined)
  const classes = useAnswer('children.classes', undefined)
  const mayImport = person.role === 'coordinator' || person.role === 'teacher'
  const [words, setWords] = useState('')
  const [classId, setClassId] = useState('all')
  const [opened, open] = useState<ChildRow | 'new'>()
  const [importing, setImporting] = useState(false)
  const [merging, setMerging] = useState(false)
  const mayOpen = person.role === 'coordinator' || person.role === 'social-worker'
  const [opening, setOpening] = useState(false)
  const [family, openFamily] = useState<string>()
  const [rights, openRights] = useState<string>()
  const shown = matching(children.value ?? [], words, classId === 'all' ? undefined : classId)
  const openedNow = opened === 'new' ? opened : children.value?.find(({ id }) => id === opened?.id)
  if (family !== undefined)
    return <FamilyPage childId={family} person={person} onBack={() => openFamily(undefined)} />
  if (rights !== undefined)
    return <RightsPage childId={rights} person={person} onBack={() => openRights(undefined)} />

  if (opening && mayOpen) return <OpeningPage onBack={() => setOpening(false)} />

  return (
    <>
      <DeskHead
        title={t('console.page.children')}
        right={
          <>
            {mayOpen && (
              <Button
                label={t('opening.open')}
                look="ghost"
                icon="warning"
                onPress={() => setOpening(true)}
              />
            )}
            {mayImport && (children.value?.length ?? 0) > 0 && (
              <Button label={t('merge.open')} icon="users" onPress={() => setMerging(true)} />
            )}
            {mayImport && (
              <Button label={t('children.import')} icon="upload-simple" onPress={() => setImporting(true)} />
            )}
            <Button label={t('children.add')} icon="user-plus" look="main" onPress={() => open('new')} />
          </>
        }
      >
        {children.value && <Chip>{t('children.count', { count: children.value.length })}</Chip>}
      </DeskHead>
      {children.value?.length !== 0 && (
        <div className="children-tools">
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
              ...(classes.value ?? []).map(({ id, label }) => ({ id, label })),
            ]}
            chosen={classId}
            onChoose={setClassId}
          />
        </div>
      )}
      {person.role === 'coordinator' && <OpenRequests onOpen={openRights} />}
      {mayImport && <TwiceNotice onLook={() => setMerging(true)} />}
      {children.waiting && <Waiting label={t('console.waiting')} />}
      {children.refusal && <Notice tone="bad" title={refusalWords(t, children.refusal)} />}
      {children.value?.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('children.none')}
            hint={t('children.none-hint')}
            action={
              mayImport && (
                <Button
                  label={t('children.import')}
                  icon="upload-simple"
                  onPress={() => setImporting(true)}
                />
              )
            }
          />
        </Panel>
      ) : (
        children.value && <ChildrenTable key={`${words} ${classId}`} rows={shown} onOpen={open} />
      )}
      {openedNow && (
        <ChildDialog
          key={openedNow === 'new' ? 'new' : openedNow.id}
          child={openedNow === 'new' ? undefined : openedNow}
          classes={classes.value ?? []}
          mayRemove={person.role === 'coordinator'}
          onFamily={openFamily}
          onRights={openRights}
          onClose={() => open(undefined)}
        />
      )}
      {merging && <MergeDialog people={children.value ?? []} onClose={() => setMerging(false)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

/** Staff learn of records that may be one child where they look for children. */
function TwiceNotice({ onLook }: { readonly onLook: () => void }) {
  const { t } = useWords()
  const pairs = useAnswer('children.likelyPairs', undefined)
  const count = pairs.value?.length ?? 0
  if (count === 0) return null
  return (
    <Notice
      tone="note"
      title={t('merge.twice', { count })}
      action={<Button label={t('merge.look')} onPress={onLook} />}
    />
  )
}
