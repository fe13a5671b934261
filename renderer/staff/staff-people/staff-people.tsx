import { useState } from 'react'
import type { StaffRow } from '#contract/staff.ts'
import { Button, Chip, DeskHead, EmptyState, Notice, Panel, Table, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { PersonDialog } from './person-dialog.tsx'

/** Who works here, in which role, and whose yearly check is due. */
export default function StaffPeople() {
  const { t } = useWords()
  const words = useTableWords()
  const people = useAnswer('staff.list', undefined, { fresh: true })
  const [opened, open] = useState<StaffRow | 'new'>()
  return (
    <>
      <DeskHead
        title={t('console.page.staff')}
        right={<Button label={t('staff.add')} look="main" icon="user-plus" onPress={() => open('new')} />}
      />
      {people.waiting && <Waiting label={t('console.waiting')} />}
      {people.refusal && <Notice tone="bad" title={refusalWords(t, people.refusal)} />}
      {people.value && (
        <Panel className="fill">
          <Table
            label={t('console.page.staff')}
            rows={people.value}
            rowKey={({ id }) => id}
            onOpen={open}
            words={words}
            empty={<EmptyState title={t('sign-in.nobody')} />}
            columns={[
              { id: 'name', title: t('children.name'), cell: ({ name }) => <b>{name}</b> },
              { id: 'role', title: t('staff.role'), cell: ({ role }) => t(`role.${role}`) },
              {
                id: 'checked',
                title: t('staff.checked'),
                cell: ({ checkedOn, checkDue }) =>
                  checkDue ? (
                    <Chip tone="care" icon="warning">
                      {checkedOn ? t('staff.check-old', { day: checkedOn }) : t('staff.check-missing')}
                    </Chip>
                  ) : (
                    checkedOn
                  ),
              },
              {
                id: 'locked',
                title: t('staff.state'),
                cell: ({ locked }) =>
                  locked ? (
                    <Chip tone="bad" icon="lock-simple">
                      {t('staff.locked')}
                    </Chip>
                  ) : (
                    t('staff.may-enter')
                  ),
              },
            ]}
          />
        </Panel>
      )}
      {opened && (
        <PersonDialog
          key={opened === 'new' ? 'new' : opened.id}
          person={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </>
  )
}
