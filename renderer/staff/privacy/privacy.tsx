import './privacy.css'
import { useState } from 'react'
import { DeskHead, Tabs } from '#ui/staff.ts'
import type { PageProps } from '../pages.ts'
import { RightsPage } from '../rights/rights-page.tsx'
import { useWords } from '../words.ts'
import { RetentionTable } from './retention-table.tsx'
import { RolesTable } from './roles-table.tsx'

type Tab = 'roles' | 'retention'

/** Who may do what, and what is kept how long (S11). What a role may not do is absent. */
export default function Privacy({ person }: PageProps) {
  const { t } = useWords()
  const tabs: readonly Tab[] = person.role === 'coordinator' ? ['roles', 'retention'] : ['roles']
  const [tab, choose] = useState<Tab>('roles')
  const [childId, open] = useState<string>()
  if (childId !== undefined)
    return <RightsPage childId={childId} person={person} onBack={() => open(undefined)} />
  return (
    <>
      <DeskHead
        title={t('privacy.title')}
        right={
          tabs.length > 1 && (
            <Tabs
              label={t('privacy.title')}
              items={tabs.map((id) => ({ id, label: t(`privacy.tab.${id}`) }))}
              chosen={tab}
              onChoose={(id) => choose(tabs.find((each) => each === id) ?? 'roles')}
            />
          )
        }
      />
      {tab === 'roles' ? <RolesTable /> : <RetentionTable onOpen={open} />}
    </>
  )
}
