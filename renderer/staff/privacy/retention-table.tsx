import { DAYS_AFTER_LEAVING, type LeftChild, type RetentionLook } from '#contract/retention.ts'
import { EmptyState, Face, Notice, Panel, Table, Waiting, Button } from '#ui/staff.ts'
import { useState } from 'react'
import { useAnswer, useEvent, useForget } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { AskOldDialog } from './ask-old-dialog.tsx'

/** What is kept how long, with the room's own numbers; and whose data fall due. Nothing goes without somebody's word. */
export function RetentionTable({ onOpen }: { readonly onOpen: (childId: string) => void }) {
  const { t } = useWords()
  const forget = useForget()
  useEvent('rights.changed', () => forget('rights.lookRetention'))
  const asked = useAnswer('rights.lookRetention', undefined, { fresh: true })
  return (
    <>
      {asked.waiting && <Waiting label={t('console.waiting')} />}
      {asked.refusal && <Notice tone="bad" title={refusalWords(t, asked.refusal)} />}
      {asked.value && !asked.value.isCertain && <Notice tone="care" title={t('privacy.clock')} />}
      {asked.value && (
        <>
          <LeftChildren left={asked.value.left} onOpen={onOpen} />
          <Kept look={asked.value} />
        </>
      )}
    </>
  )
}

function LeftChildren({
  left,
  onOpen,
}: {
  readonly left: readonly LeftChild[]
  readonly onOpen: (childId: string) => void
}) {
  const { t } = useWords()
  const words = useTableWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  const [asking, ask] = useState<LeftChild>()
  const state = (child: LeftChild): string => {
    if (child.isHeld) return t('privacy.state.held')
    if (child.isErasing) return t('privacy.state.erasing', { day: day(child.erasesAt) })
    return t(child.isDue ? 'privacy.state.due' : 'privacy.state.kept')
  }
  return (
    <Panel title={t('privacy.left-title')} note={t('privacy.left-note', { days: DAYS_AFTER_LEAVING })}>
      <Table
        label={t('privacy.left-title')}
        rows={left}
        rowKey={({ childId }) => childId}
        words={words}
        empty={<EmptyState title={t('privacy.left-none')} />}
        columns={[
          {
            id: 'who',
            title: t('privacy.who'),
            cell: ({ face, name, classLabel }) => (
              <span className="privacy-child">
                <Face face={face} size={32} />
                <b>{name}</b> <small>{classLabel}</small>
              </span>
            ),
          },
          { id: 'left', title: t('privacy.left-at'), cell: ({ leftAt }) => day(leftAt) },
          { id: 'due', title: t('privacy.due-at'), cell: ({ dueAt }) => day(dueAt) },
          { id: 'state', title: t('privacy.state-label'), cell: state },
          {
            id: 'do',
            title: '',
            cell: (child) => (
              <span className="privacy-do">
                <Button label={t('privacy.look')} onPress={() => onOpen(child.childId)} />
                {child.isDue && !child.isHeld && !child.isErasing && (
                  <Button label={t('privacy.erase')} onPress={() => ask(child)} />
                )}
              </span>
            ),
          },
        ]}
      />
      {asking && <AskOldDialog child={asking} onClose={() => ask(undefined)} />}
    </Panel>
  )
}

/** The other kinds, and why each is kept so long. */
function Kept({ look }: { readonly look: RetentionLook }) {
  const { t } = useWords()
  const words = useTableWords()
  const day = useKnownTime({ dateStyle: 'medium' })
  const since = (oldest: number | null): string =>
    oldest === null ? '' : t('privacy.since', { day: day(oldest) })
  const rows = [
    { id: 'messages', long: { days: look.messageDays }, now: { count: look.messages }, since: '' },
    { id: 'children', long: { days: DAYS_AFTER_LEAVING }, now: { count: look.children }, since: '' },
    { id: 'moods', long: {}, now: { count: 0 }, since: '' },
    { id: 'looks', long: {}, now: { count: look.looks.n }, since: since(look.looks.oldest) },
    { id: 'openings', long: {}, now: { count: 0 }, since: '' },
    { id: 'backups', long: {}, now: { count: look.backups.n }, since: since(look.backups.oldest) },
  ] as const
  return (
    <Panel title={t('privacy.kept-title')} note={t('privacy.kept-note')}>
      <Table
        label={t('privacy.kept-title')}
        rows={rows}
        rowKey={({ id }) => id}
        words={words}
        columns={[
          { id: 'what', title: t('privacy.what'), cell: ({ id }) => <b>{t(`privacy.kept.${id}.what`)}</b> },
          {
            id: 'long',
            title: t('privacy.how-long'),
            cell: ({ id, long }) => (
              <span className="wraps">{t(`privacy.kept.${id}.long`, { days: 0, ...long })}</span>
            ),
          },
          {
            id: 'why',
            title: t('privacy.why'),
            cell: ({ id }) => <span className="wraps">{t(`privacy.kept.${id}.why`)}</span>,
          },
          {
            id: 'now',
            title: t('privacy.now'),
            cell: ({ id, now, since: from }) =>
              id === 'moods' || id === 'openings' ? '' : `${t('privacy.count', now)} ${from}`.trim(),
          },
        ]}
      />
    </Panel>
  )
}
