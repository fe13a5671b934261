import { useState } from 'react'
import type { CallLine } from '#contract/calls.ts'
import { linkWord, type LinkWord } from '#core/calls/call-quality-rules.ts'
import { Button, Chip, EmptyState, Table, type ChipTone } from '#ui/staff.ts'
import { useKnownTime } from '../known-time.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { CallDetails } from './call-details.tsx'
import { useLengthWords } from './use-length-words.ts'

/** Rows that main gives at once. */
const size = 50

interface CallTableProps {
  readonly rows: readonly CallLine[]
  readonly total: number
  readonly page: number
  readonly onPage: (page: number) => void
  /** Nothing was filtered. */
  readonly isAll: boolean
}

/** One line a call; a tap on it shows the figures of its link. */
export function CallTable({ rows, total, page, onPage, isAll }: CallTableProps) {
  const { t } = useWords()
  const words = useTableWords()
  const length = useLengthWords()
  const [opened, open] = useState<CallLine>()
  const when = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <Table
        label={t('console.page.calls')}
        rows={rows}
        rowKey={({ id }) => id}
        words={words}
        onOpen={open}
        empty={
          <EmptyState
            title={t(isAll ? 'call-log.none' : 'call-log.none-here')}
            hint={t('call-log.none-hint')}
          />
        }
        columns={[
          {
            id: 'when',
            title: t('call-log.when'),
            cell: ({ at, clockWrong }) => (
              <>
                {when(clockWrong ? null : at)}
                {clockWrong && <Chip tone="care">{t('report.clock-wrong')}</Chip>}
              </>
            ),
          },
          {
            id: 'child',
            title: t('call-log.child'),
            cell: ({ childName, classLabel }) => (
              <span className="call-child">
                {childName === '' ? t('call-log.nobody') : childName} <small>{classLabel}</small>
              </span>
            ),
          },
          {
            id: 'with',
            title: t('call-log.with'),
            cell: ({ called, direction }) =>
              t(`call-log.who-called.${direction}`, { called: called ?? t('call-log.gone') }),
          },
          { id: 'way', title: t('call-log.way-title'), cell: ({ way }) => t(`call-log.way.${way}`) },
          {
            id: 'length',
            title: t('report.length'),
            number: true,
            cell: ({ lengthMs }) => (lengthMs > 0 ? length(lengthMs) : '–'),
          },
          { id: 'end', title: t('report.end'), cell: ({ end }) => t(`call-log.end.${end}`) },
          { id: 'link', title: t('call-log.link-title'), cell: (line) => <LinkChip of={linkWord(line)} /> },
        ]}
      />
      {total > size && (
        <p className="call-log-pages">
          <Button label={words.previous} disabled={page === 0} onPress={() => onPage(page - 1)} />
          <small>{words.range(page * size + 1, Math.min(total, (page + 1) * size), total)}</small>
          <Button label={words.next} disabled={(page + 1) * size >= total} onPress={() => onPage(page + 1)} />
        </p>
      )}
      {opened && <CallDetails line={opened} onClose={() => open(undefined)} />}
    </>
  )
}

const tones: Readonly<Record<LinkWord, ChipTone>> = { good: 'good', fair: 'note', poor: 'care' }

function LinkChip({ of }: { readonly of: LinkWord | null }) {
  const { t } = useWords()
  return of === null ? '–' : <Chip tone={tones[of]}>{t(`call-log.link.${of}`)}</Chip>
}
