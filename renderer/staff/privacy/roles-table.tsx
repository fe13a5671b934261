import { everyRole, type Role } from '#contract/roles.ts'
import type { Permission, Permissions, Reach } from '#contract/permissions.ts'
import { Chip, Icon, Notice, Panel, Table, Waiting, type Column } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'

interface Line {
  readonly key: string
  readonly label: string
  readonly written: Reach
  readonly reach: Readonly<Record<Role, Reach | 'locked'>>
}

/** Who may do what: read from the table by which main decides each call, so it cannot say anything else. */
export function RolesTable() {
  const { t } = useWords()
  const words = useTableWords()
  const asked = useAnswer('rights.lookRoles', undefined)
  const lines = useLines(asked.value)
  const columns: readonly Column<Line>[] = [
    { id: 'what', title: t('privacy.what'), cell: ({ label }) => <b>{label}</b> },
    ...everyRole.map((role) => ({
      id: role,
      title: t(`role.${role}`),
      cell: (line: Line) => <ReachMark reach={line.reach[role]} />,
    })),
    {
      id: 'written',
      title: t('privacy.written'),
      cell: ({ written }) => (written === 'none' ? '' : t(`privacy.written-${written}`)),
    },
  ]
  return (
    <div className="privacy-split">
      <Panel className="fill" title={t('privacy.roles-title')}>
        {asked.waiting && <Waiting label={t('console.waiting')} />}
        {asked.refusal && <Notice tone="bad" title={refusalWords(t, asked.refusal)} />}
        {asked.value && (
          <Table
            label={t('privacy.roles-title')}
            rows={lines}
            rowKey={({ key }) => key}
            size={100}
            words={words}
            columns={columns}
          />
        )}
      </Panel>
      <aside>
        <Panel title={t('privacy.how')}>
          <ul className="privacy-legend">
            {(['all', 'some', 'none', 'locked'] as const).map((reach) => (
              <li key={reach}>
                <ReachMark reach={reach} />
                <span>{t(`privacy.reach-hint.${reach}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <p className="panel privacy-note">{t('privacy.roles-note')}</p>
      </aside>
    </div>
  )
}

function ReachMark({ reach }: { readonly reach: Reach | 'locked' }) {
  const { t } = useWords()
  if (reach === 'none') return <span title={t('privacy.reach.none')}>—</span>
  if (reach === 'locked')
    return (
      <Chip>
        <Icon name="lock-simple" weight="fill" /> {t('privacy.reach.locked')}
      </Chip>
    )
  if (reach === 'some') return <Chip tone="care">{t('privacy.reach.some')}</Chip>
  return (
    <span className="privacy-may">
      <Icon name="check" weight="bold" /> {t('privacy.reach.all')}
    </span>
  )
}

const areas = [
  'album', 'calls', 'children', 'contacts', 'devices', 'diary', 'diaryMedia', 'feelings', 'files', 'keys', 'learning', 'me', 'messages',
  'openings', 'rights', 'room', 'sessions', 'shares', 'staff', 'talks', 'usage', 'yearBook',
] as const // prettier-ignore

function useLines(permissions: Permissions | undefined): readonly Line[] {
  const { t } = useWords()
  if (!permissions) return []
  const areaOf = (area: string): string => {
    const known = areas.find((one) => one === area)
    return known ? t(`privacy.area.${known}`) : area
  }
  const open = permissions.lines.map(({ area, kind, reach, written }: Permission) => ({
    key: `${area} ${kind}`,
    label: t(`privacy.deed.${kind}`, { what: areaOf(area) }),
    written,
    reach,
  }))
  const locked = permissions.locked.map((area) => ({
    key: area,
    label: areaOf(area),
    written: 'none' as const,
    reach: Object.fromEntries(everyRole.map((role) => [role, 'locked'])) as Line['reach'],
  }))
  return [...locked, ...open]
}
