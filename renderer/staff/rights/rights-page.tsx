import './rights.css'
import { useState } from 'react'
import type { StaffPerson } from '#contract/people.ts'
import { Button, Chip, DeskHead, Face, Notice, Tabs, Waiting } from '#ui/staff.ts'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { ActsPanel } from './acts-panel.tsx'
import { HeldTable } from './held-table.tsx'
import { HoldNotice } from './hold-notice.tsx'
import { LooksList } from './looks-list.tsx'
import { RequestList } from './request-list.tsx'
import { WaitingErasure } from './waiting-erasure.tsx'

interface RightsPageProps {
  readonly childId: string
  readonly person: StaffPerson
  readonly onBack: () => void
}

/** What a guardian may ask about one child (S11): a copy, a correction, erasure; and who looked at what. */
export function RightsPage({ childId, person, onBack }: RightsPageProps) {
  const { t } = useWords()
  const [tab, choose] = useState<'held' | 'looks'>('held')
  const forget = useForget()
  useEvent('rights.changed', () => forget('rights.look', 'rights.looks'))
  const asked = useAnswer('rights.look', { childId }, { fresh: true })
  const look = asked.value
  const mayAll = person.role === 'coordinator'
  const tabs = ['held', ...(mayAll ? ['looks'] : [])] as const
  return (
    <>
      <DeskHead
        title={
          <span className="rights-title">
            <Button label={t('rights.back')} look="ghost" icon="arrow-left" square onPress={onBack} />
            {look && <Face face={look.child.face} size={48} />}
            <span>{look ? t('rights.title', { name: look.child.name }) : ''}</span>
          </span>
        }
        right={
          mayAll && (
            <Tabs
              label={t('rights.open')}
              items={tabs.map((id) => ({ id, label: t(`rights.tab.${id === 'looks' ? id : 'held'}`) }))}
              chosen={tab}
              onChoose={(id) => choose(id === 'looks' ? 'looks' : 'held')}
            />
          )
        }
      >
        {look && <Chip>{look.child.classLabel}</Chip>}
      </DeskHead>
      {asked.waiting && <Waiting label={t('console.waiting')} />}
      {asked.refusal && <Notice tone="bad" title={refusalWords(t, asked.refusal)} />}
      {look && tab === 'looks' && <LooksList look={look} />}
      {look && tab === 'held' && (
        <>
          {look.guardians.length === 0 && (
            <Notice tone="care" title={t('rights.no-guardian')}>
              {t('rights.no-guardian-hint')}
            </Notice>
          )}
          {look.records > 1 && <Notice tone="note" title={t('rights.records', { count: look.records })} />}
          <HoldNotice look={look} person={person} />
          <WaitingErasure look={look} mayTakeBack={mayAll} />
          <div className="rights-split">
            <HeldTable look={look} />
            <aside>
              <ActsPanel look={look} mayAll={mayAll} />
              <RequestList look={look} />
            </aside>
          </div>
        </>
      )}
    </>
  )
}
