import type { Held, Holding, RightsLook } from '#contract/rights.ts'
import { Icon, Panel, Table, type IconName } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { useRelativeName } from '../contacts/contact-words.ts'

export const holdingIcons: Readonly<Record<Holding, IconName>> = {
  personal: 'identification-card',
  family: 'users',
  consents: 'check',
  turns: 'timer',
  calls: 'phone',
  messages: 'microphone',
  diary: 'notebook',
  learning: 'puzzle-piece',
  talks: 'chats-circle',
  looks: 'eye',
  requests: 'notepad',
}

/** What the room holds of the child, what a copy has of it, and what an erasure makes of it. */
export function HeldTable({ look }: { readonly look: RightsLook }) {
  const { t } = useWords()
  const words = useTableWords()
  const nameOf = useRelativeName()
  const count = useHeldCount()
  return (
    <Panel
      className="fill"
      title={t('rights.kind-label')}
      {...(look.guardians.length > 0 && {
        note: t('rights.guardians', { names: look.guardians.map(nameOf).join(', ') }),
      })}
    >
      <Table
        label={t('rights.kind-label')}
        rows={look.held}
        rowKey={({ holding }) => holding}
        words={words}
        columns={[
          {
            id: 'kind',
            title: t('rights.kind-label'),
            cell: ({ holding }) => (
              <span className="rights-kind">
                <Icon name={holdingIcons[holding]} weight="regular" />
                <b>{t(`rights.holding.${holding}`)}</b>
              </span>
            ),
          },
          { id: 'count', title: t('rights.count-label'), number: true, cell: (held) => count(held) },
          {
            id: 'copied',
            title: t('rights.copied-label'),
            cell: ({ holding, copied }) =>
              copied ? t('rights.copied.yes') : t(`rights.copied.${holding === 'diary' ? 'diary' : 'talks'}`),
          },
          {
            id: 'erased',
            title: t('rights.erased-label'),
            cell: ({ holding }) => t(`rights.erased.${holding}`),
          },
        ]}
      />
    </Panel>
  )
}

/** `14 次`; what is nobody's business is not counted. */
export function useHeldCount(): (held: Held) => string {
  const { t } = useWords()
  return ({ holding, count }) =>
    count === null || holding === 'talks' ? t('rights.not-counted') : t(`rights.count.${holding}`, { count })
}
