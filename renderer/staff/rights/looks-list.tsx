import { useState } from 'react'
import type { Look, RightsLook } from '#contract/rights.ts'
import { Button, Chip, EmptyState, Notice, Panel, Table, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { GuardianLetter } from './guardian-letter.tsx'

/** Lines that main gives at once. */
const size = 50

/** Who looked at, changed or took out what about the child: for the guardian who asks. */
export function LooksList({ look }: { readonly look: RightsLook }) {
  const { t } = useWords()
  const words = useTableWords()
  const when = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  const [page, go] = useState(0)
  const asked = useAnswer('rights.looks', { childId: look.child.id, page }, { fresh: true })
  const what = useActWords()
  const total = asked.value?.total ?? 0
  return (
    <div className="rights-split">
      <Panel
        className="fill"
        title={t('rights.tab.looks')}
        note={t('rights.looks-fixed')}
        right={asked.value && <Chip>{t('rights.looks-count', { count: total })}</Chip>}
      >
        {asked.waiting && <Waiting label={t('console.waiting')} />}
        {asked.refusal && <Notice tone="bad" title={refusalWords(t, asked.refusal)} />}
        {asked.value && (
          <Table
            label={t('rights.tab.looks')}
            rows={asked.value.looks}
            rowKey={({ id }) => id}
            words={words}
            empty={<EmptyState title={t('rights.looks-none')} />}
            columns={[
              { id: 'when', title: t('rights.looks-when'), cell: ({ at }) => when(at) },
              {
                id: 'who',
                title: t('rights.looks-who'),
                cell: ({ staffName, role }) => (
                  <>
                    <b>{staffName}</b> <small>{role === null ? '' : t(`role.${role}`)}</small>
                  </>
                ),
              },
              { id: 'what', title: t('rights.looks-what'), cell: what },
              {
                id: 'where',
                title: t('rights.looks-where'),
                cell: ({ seat }) => t(seat === 'this' ? 'rights.looks-this' : 'rights.looks-other'),
              },
            ]}
          />
        )}
        {total > size && (
          <p className="rights-pages">
            <Button label={words.previous} disabled={page === 0} onPress={() => go(page - 1)} />
            <small>{words.range(page * size + 1, Math.min(total, (page + 1) * size), total)}</small>
            <Button label={words.next} disabled={(page + 1) * size >= total} onPress={() => go(page + 1)} />
          </p>
        )}
      </Panel>
      <aside>{asked.value && <GuardianLetter name={look.child.name} {...asked.value} />}</aside>
    </div>
  )
}

const areas = [
  'calls', 'children', 'contacts', 'diary', 'feelings', 'files', 'learning', 'me', 'opening', 'openings', 'rights', 'sessions', 'shares',
  'talks', 'usage',
] as const // prettier-ignore

/** `看了 · 家人` */
function useActWords(): (look: Look) => string {
  const { t } = useWords()
  return ({ method, what }) => {
    const feature = method.split('.')[0]
    const area = areas.find((one) => one === feature)
    return `${t(`rights.act.what.${what}`)} · ${area ? t(`rights.act.area.${area}`) : (feature ?? '')}`
  }
}
